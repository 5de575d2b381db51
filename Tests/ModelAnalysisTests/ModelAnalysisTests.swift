import AADL
import ModelAnalysis
import SeamGenerator
import Testing

/// The same for the analyses that look at declarations, and at the seam.
struct ModelAnalysisTests {
  @Test func namesThatStandTwiceOrAreNoneAreErrors() throws {
    let body = """
      thread T
        features
          x: in event port;
          X: out event port;
          a__b: in event port;
      end T;
      data D
        features
          p: in event port;
      end D;
      system S
      end S;
      system implementation S.i
        subcomponents
          t: thread T;
          d: data D;
        connections
          d: port t.x -> t.x;
          port t.x -> t.x;
      end S.i;
      """
    #expect(
      try NamingRules().diagnostics(of: model(body)).map(\.summary) == [
        "m:5:5: error: 'X' is declared in line 4 already",
        "m:6:5: error: 'a__b' has underscores other than one between two words",
        "m:10:5: error: a component of the category 'data' has no ports",
        "m:16:5: error: a component of the category 'system' holds none of the category 'thread'",
        "m:19:5: error: 'd' is declared in line 17 already",
        "m:20:5: error: the connection has no name",
      ])
  }

  private func modes(_ section: String) throws -> [String] {
    let body = """
      process S
        features
          go: in event port;
          back: in event port;
          out_only: out event port;
          number: in data port Base_Types::Unsigned_8;
      end S;
      process implementation S.i
        modes
      \(section)
      end S.i;
      """
    return try ModeReachability().diagnostics(of: model(body)).map(\.summary)
  }

  @Test func modesThatAreReachedAndToldApartPass() throws {
    #expect(
      try modes(
        """
            a: initial mode;
            b: mode;
            a -[go]-> b;
            b -[back, go]-> a;
        """) == [])
  }

  @Test func modesThatCannotBeEnteredOrToldApartAreErrors() throws {
    #expect(
      try modes(
        """
            a: initial mode;
            b: mode;
            c: mode;
            d: initial mode;
            a -[go]-> b;
            a -[go]-> d;
            a -[back]-> e;
            c -[out_only]-> a;
            c -[number]-> a;
            c -[missing.x]-> a;
        """) == [
          "m:13:5: error: the mode 'c' cannot be reached",
          "m:14:5: error: 'd' is a second initial mode",
          "m:16:5: error: 'go' leads from 'a' to 'b' already",
          "m:17:17: error: there is no mode 'e'",
          "m:18:9: error: 'out_only' is an out port, and triggers nothing here",
          "m:19:9: error: there is no event 'number'",
          "m:20:9: error: there is no subcomponent 'missing'",
        ])
    #expect(
      try modes("    a: mode;") == [
        "m:9:24: error: 'S.i' has modes, and none of them is initial",
        "m:11:5: error: the mode 'a' cannot be reached",
      ])
  }

  private let core = """
    data Pair
      properties
        Data_Model::Data_Representation => Struct;
        Data_Size => 5 Bytes;
    end Pair;
    data implementation Pair.i
      subcomponents
        a: data Base_Types::Unsigned_8;
        b: data Base_Types::Unsigned_32 { Seam::Optional => true; };
    end Pair.i;
    process Kernel
      features
        order_in: in event data port Pair.i;
        clock_in: in event data port Base_Types::Unsigned_64;
        news_out: out event data port Base_Types::Unsigned_8;
        wish: out event data port Base_Types::Unsigned_8;
      properties
        Seam::Zone => Core;
        Seam::WIT_Package => "t:t@0.1.0";
        Seam::Fuel_Per_Step => 1000;
    end Kernel;
    """

  @Test func theSizeOfDataIsThatOfItsLargestEncoding() throws {
    let wrong = try model(core)
    let seam = try #require(SeamReader.read(wrong).seam)
    #expect(
      SeamSizes().diagnostics(of: seam, in: wrong).map(\.summary)
        == ["m:5:18: error: 'Pair' takes up to 6 bytes in a frame, not 5 bytes"])
    let right = try model(core.replacing("5 Bytes", with: "6 Bytes"))
    let rightSeam = try #require(SeamReader.read(right).seam)
    #expect(SeamSizes().diagnostics(of: rightSeam, in: right).isEmpty)
  }

  @Test func portsThatTheSwiftOfTheCoreForgetsAreErrors() throws {
    let seam = try #require(SeamReader.read(model(core)).seam)
    let forgetful = SwiftSource(
      path: "Core.swift",
      text: """
        func step(_ event: InEvent, into outbox: inout Outbox) {
          switch event {
          case .order(let order): handle(order)  // and case .clock is forgotten
          default: print("case .clock")
          }
        }
        """)
    let emitting = SwiftSource(
      path: "Out.swift", text: "outbox.append(.news(1)) /* append(.wish(2)) */")
    #expect(
      SeamCompleteness([forgetful, emitting]).diagnostics(of: seam).map(\.summary) == [
        "m:15:5: error: the core's step does not handle the in-port 'clock_in' (case .clock of InEvent)",
        "m:17:5: error: the core emits nothing at the out-port 'wish' (case .wish of OutEvent)",
      ])
    let complete = SwiftSource(
      path: "Core.swift",
      text: """
        func step(_ event: InEvent) { switch event { case .order: a() case .clock: b() } }
        func c() { outbox.append(.news(1)); outbox.append(.wish(2)) }
        """)
    #expect(SeamCompleteness([complete]).diagnostics(of: seam).isEmpty)
  }

  @Test func everyFindingOfACheckIsThereInTheOrderOfThePlaces() throws {
    let check = ModelCheck(try model(core), core: [])
    #expect(check.hasErrors)
    #expect(check.diagnostics == check.diagnostics.sorted())
    #expect(check.diagnostics.count == 5)
  }
}
