import ModelAnalysis
import Testing

/// For each analysis of systems: a model that breaks it, with all that it says, and one that
/// passes.
struct SystemAnalysisTests {
  // MARK: connectivity

  private func pair(connections: String) -> String {
    """
    data D
    end D;
    thread A
      features
        x: in event data port D;
        y: out event data port D;
    end A;
    process S
      features
        i: in event data port D;
        o: out event data port D;
    end S;
    process implementation S.i
      subcomponents
        a: thread A;
        b: thread A;
      connections
    \(connections)
    end S.i;
    """
  }

  @Test func portsThatNothingDrivesOrSeveralDriveAreErrors() throws {
    let body = pair(
      connections: """
            c1: port i -> a.x;
            c2: port b.y -> a.x;
        """)
    #expect(
      try findings(Connectivity(), in: body) == [
        "m:20:5: error: 'a.x' is driven by another connection already",
        "m:12:5: error: nothing drives 'o'",
        "m:16:5: warning: nobody hears 'a.y'",
        "m:17:5: error: nothing drives 'b.x'",
      ])
  }

  @Test func aChainIsConnected() throws {
    let body = pair(
      connections: """
            c1: port i -> a.x;
            c2: port a.y -> b.x;
            c3: port b.y -> o;
        """)
    #expect(try findings(Connectivity(), in: body) == [])
    #expect(try findings(ConnectionMatch(), in: body) == [])
  }

  @Test func aPortThatMovesModesIsHeard() throws {
    let body = """
      thread A
        features
          y: out event port;
      end A;
      process S
      end S;
      process implementation S.i
        subcomponents
          a: thread A;
        modes
          on: initial mode;
          off: mode;
          on -[a.y]-> off;
      end S.i;
      """
    #expect(try findings(Connectivity(), in: body) == [])
  }

  // MARK: direction and classifier

  @Test func endsThatDoNotFitAreErrors() throws {
    let body = """
      data D
      end D;
      data E
      end E;
      thread A
        features
          x: in event data port D;
          y: out event data port D;
          z: out event data port E;
          e: out event port;
          d: in data port D;
          m: in event data port D { Seam::Optional => true; };
      end A;
      process S
        features
          i: in event data port D;
          o: out event data port D;
      end S;
      process implementation S.i
        subcomponents
          a: thread A;
          b: thread A;
        connections
          c1: port a.x -> b.y;
          c2: port a.z -> b.x;
          c3: port a.e -> b.d;
          c4: port i -> o;
          c5: port o -> a.x;
          c6: port a.y -> b.m;
      end S.i;
      """
    #expect(
      try findings(ConnectionMatch(), in: body) == [
        "m:25:14: error: 'in port a.x' cannot be the source of a connection here",
        "m:25:21: error: 'out port b.y' cannot be the destination of a connection here",
        "m:26:5: error: 'a.z' carries 'E', and 'b.x' carries 'D'",
        "m:27:5: error: an event port cannot be connected to a data port",
        "m:27:5: error: 'a.e' carries no data, and 'b.d' carries 'D'",
        "m:28:5: error: the connection 'c4' touches no subcomponent",
        "m:29:14: error: 'out port o' cannot be the source of a connection here",
        "m:30:5: error: of 'a.y' and 'b.m' only one is Seam::Optional",
      ])
  }

  // MARK: flow latency

  private func chain(first: String, second: String, promised: String) -> String {
    """
    thread A
      features
        x: in event port;
        y: out event port;
      flows
        f: flow path x -> y { Latency => 0 ms .. \(first); };
      properties
        Deadline => 5 ms;
    end A;
    thread B extends A
      flows
        f: refined to flow path x -> y { Latency => 0 ms .. \(second); };
    end B;
    process S
      features
        i: in event port;
        o: out event port;
      flows
        f: flow path i -> o { Latency => 0 ms .. \(promised); };
    end S;
    process implementation S.i
      subcomponents
        a: thread A;
        b: thread B;
      connections
        c1: port i -> a.x;
        c2: port a.y -> b.x { Latency => 0 ms .. 1 ms; };
        c3: port b.y -> o;
      flows
        f: flow path i -> c1 -> a.f -> c2 -> b.f -> c3 -> o;
    end S.i;
    """
  }

  @Test func aFlowThatTakesLongerThanItPromisesIsAnError() throws {
    #expect(
      try findings(FlowLatency(), in: chain(first: "5 ms", second: "6 ms", promised: "11 ms"))
        == ["m:31:5: error: the flow 'f' promises 11 ms, and takes up to 12 ms"])
    #expect(
      try findings(FlowLatency(), in: chain(first: "5 ms", second: "6 ms", promised: "12 ms"))
        == [])
  }

  @Test func aFlowOfAThreadPromisesNoLessThanTheDeadline() throws {
    #expect(
      try findings(FlowLatency(), in: chain(first: "4999 us", second: "5 ms", promised: "1 sec"))
        == [
          "m:7:5: error: the flow 'f' promises 4999 us, and its thread has until its deadline, 5 ms"
        ])
  }

  @Test func aFlowThatDoesNotHangTogetherIsAnError() throws {
    let body = chain(first: "5 ms", second: "5 ms", promised: "1 sec")
      .replacing("a.f -> c2 -> b.f -> c3", with: "a.f -> c3 -> b.f -> c3")
    #expect(
      try findings(FlowLatency(), in: body) == [
        "m:31:36: error: 'a.f' ends at 'a.y', and 'c3' begins at 'b.y'",
        "m:31:42: error: 'c3' ends at 'o', and 'b.f' begins at 'b.x'",
      ])
  }

  // MARK: budgets

  private func budgets(thread: String, stack: String = "8 KByte") -> String {
    """
    data Table
      properties
        Data_Size => 3 KByte;
    end Table;
    thread A
      properties
    \(thread)
        Stack_Size => 5 KByte;
        Data_Size => 4 KByte;
    end A;
    thread implementation A.i
      subcomponents
        table: data Table;
    end A.i;
    process S
      properties
        Stack_Size => \(stack);
        Data_Size => 4 KByte;
    end S;
    process implementation S.i
      subcomponents
        a: thread A.i;
    end S.i;
    """
  }

  private let inTime = """
        Dispatch_Protocol => Periodic;
        Period => 10 ms;
        Deadline => 8 ms;
        Compute_Execution_Time => 1 ms .. 2 ms;
    """

  @Test func aThreadInTimeWithEnoughMemoryPasses() throws {
    #expect(try findings(Budgets(), in: budgets(thread: inTime)) == [])
  }

  @Test func aThreadThatCannotBeInTimeIsAnError() throws {
    let late = inTime.replacing("1 ms .. 2 ms", with: "1 ms .. 12 ms")
      .replacing("8 ms", with: "11 ms")
    #expect(
      try findings(Budgets(), in: budgets(thread: late))
        == [
          "m:24:24: error: the threads of 'S.i' need 120 % of a processor",
          "m:26:5: error: 'a' may compute for 12 ms, longer than its deadline, 11 ms",
          "m:26:5: error: the deadline of 'a', 11 ms, is after its next dispatch, 10 ms",
        ])
  }

  @Test func memoryThatDoesNotSufficeIsAnError() throws {
    #expect(
      try findings(Budgets(), in: budgets(thread: inTime, stack: "4 KByte")) == [
        "m:24:24: error: the parts of 'S.i' need 5000 bytes of Stack_Size, and it has 4000 bytes"
      ])
  }

  @Test func aCoreMustSayWhatAStepMayCost() throws {
    let head = "process S\n  properties\n"
    func core(_ fuel: String) -> String {
      budgets(thread: inTime).replacing(head, with: head + "    Seam::Zone => Core;\n" + fuel)
    }
    for fuel in ["", "    Seam::Fuel_Per_Step => 0;\n"] {
      let found = try findings(Budgets(), in: core(fuel))
      #expect(found.count == 1)
      #expect(found.first?.hasSuffix("'S.i' has no Seam::Fuel_Per_Step greater than 0") == true)
    }
    #expect(try findings(Budgets(), in: core("    Seam::Fuel_Per_Step => 5;\n")) == [])
  }

  @Test func aThreadWithoutBudgetsIsAnError() throws {
    #expect(
      try findings(Budgets(), in: budgets(thread: "")) == [
        "m:23:5: error: 'a' has no Dispatch_Protocol", "m:23:5: error: 'a' has no Period",
        "m:23:5: error: 'a' has no Deadline", "m:23:5: error: 'a' has no Compute_Execution_Time",
      ])
  }

  // MARK: secrets

  private func secrets(corePort: String, hostPort: String, held: String) -> String {
    """
    data Key
      properties
        Seam::Secrecy => Sealed;
    end Key;
    data Code
      properties
        Seam::Secrecy => Provisioned;
    end Code;
    data Plain
    end Plain;
    data Letter
    end Letter;
    data implementation Letter.i
      subcomponents
        body: data Plain;
        code: data Code;
    end Letter.i;
    process Core
      features
        p: \(corePort);
      properties
        Seam::Zone => Core;
    end Core;
    process implementation Core.i
      subcomponents
        key: data Key;
    end Core.i;
    process Shell
      features
        q: \(hostPort);
      properties
        Seam::Zone => Host;
    end Shell;
    process implementation Shell.i
      subcomponents
        held: data \(held);
    end Shell.i;
    system S
    end S;
    system implementation S.i
      subcomponents
        core: process Core.i;
        shell: process Shell.i;
    end S.i;
    """
  }

  @Test func whatTheCoreIsGivenMayGoInAndStays() throws {
    let body = secrets(
      corePort: "in event data port Letter.i", hostPort: "out event data port Letter.i",
      held: "Code")
    #expect(try findings(SecretFlow(), in: body) == [])
  }

  @Test func aSecretThatWasGivenToTheCoreMustNotComeOut() throws {
    let body = secrets(
      corePort: "out event data port Letter.i", hostPort: "in event data port Plain", held: "Plain")
    #expect(
      try findings(SecretFlow(), in: body)
        == ["m:21:5: error: 'core.p' gives out a secret that was given to the core"])
  }

  @Test func aSealedSecretMustNotBeOnAPortNorOutsideOfTheCore() throws {
    let body = secrets(
      corePort: "in event data port Key", hostPort: "out event data port Key", held: "Key")
    #expect(
      try findings(SecretFlow(), in: body) == [
        "m:21:5: error: 'core.p' carries a sealed secret out of the core",
        "m:31:5: error: 'shell.q' carries a sealed secret out of the core",
        "m:37:5: error: 'shell.held' holds a sealed secret outside of the core",
      ])
  }

  @Test func aSecretMustNotBeWhereStrangersCanReadIt() throws {
    let body = secrets(
      corePort: "in event data port Plain", hostPort: "out event data port Code", held: "Plain"
    ).replacing("Seam::Zone => Host", with: "Seam::Zone => Network")
    #expect(
      try findings(SecretFlow(), in: body)
        == ["m:31:5: error: 'shell.q' carries a secret where strangers can read it"])
  }
}
