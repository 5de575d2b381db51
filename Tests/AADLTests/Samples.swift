/// Small texts with every form that the parser reads.
enum Samples {
  static let everything = """
    -- A package.
    package A::B
    public
      with Base_Types, Other::Name;
      O renames package Other::Name;
      T2 renames data Other::Name::T;
      renames Other::Name::all;
      data D extends Base_Types::Unsigned_16
        properties
          Data_Size => 2 Bytes;
      end D;
      feature group G
        features
          p: in data port D;
          q: feature group inverse of H;
        inverse of H
        properties
          Required_Connection => true;
      end G;
      thread T
        prototypes
          kind: data D;
        features
          a: in event data port D { Queue_Size => 3; };
          b: out event port;
          c: requires data access D;
          d: provides subprogram access S;
          e: in out data port kind[4];
          f: feature;
        flows
          path: flow path a -> b { Latency => 1 ms .. 2 ms; };
          end_of: flow sink a;
        modes
          m0: initial mode;
          m1: mode;
          m0 -[a, b]-> m1;
        properties
          Period => 10 ms in modes (m0), 20 ms in modes (m1);
          Compute_Execution_Time => 1 us .. 2 us;
        annex EMV2 {** anything ; at all **};
      end T;
      thread implementation T.i (kind => data D)
        calls
          sequence: { one: subprogram S; two: subprogram S; };
      end T.i;
      subprogram S
        features
          x: in parameter D;
      end S;
      process P
        requires modes
          r: initial mode;
      end P;
      process implementation P.i extends P.base
        subcomponents
          t: refined to thread T.i { Priority => 4; } in modes (r);
          u: thread T[2];
        internal features
          hidden: event;
        processor features
          proxy: port D;
        connections
          c1: port t.b -> u.a { Latency => 0 ms .. 1 ms; } in modes (r);
          c2: data access t.c <-> u.c;
          port processor.proxy -> self.hidden;
        properties
          Actual_Processor_Binding => (reference (t)) applies to u, t;
          Dispatch_Trigger => ();
      end P.i;
    private
      virtual processor VP
      end VP;
    end A::B;

    """

  static let propertySet = #"""
    property set Mine is
      with Base_Types;
      Speed: type units (mps, kmh => mps * 3);
      Level: type enumeration (low, high);
      Top: constant aadlinteger => 16#FF#;
      Limit: inherit aadlreal 0.0 .. 1.0E3 units Speed => 2.5 kmh applies to (all);
      Names: list of aadlstring => ("a ""b""", "c") applies to (process, thread);
      Whole: record (x: aadlinteger; y: range of aadlreal;) applies to (data);
      What: classifier (data) applies to (system);
      Where_At: reference (processor) applies to (system);
    end Mine;
    package P
    public
      with Mine;
      data D
        properties
          Mine::Limit => -Mine::Top;
          Mine::Names +=> ("x");
          Mine::Whole => [x => 1; y => 1.0 .. 2.0 delta 0.5;];
          Mine::What => classifier (D);
      end D;
    end P;

    """#

  static let flows = """
    package P
    public
      system S
        features
          i: in event port;
          o: out event port;
        flows
          through: flow path i -> o { Latency => 0 ms .. 9 ms; };
          start: flow source o;
      end S;
      system implementation S.i
        subcomponents
          a: system S;
          b: system S;
        connections
          c1: port i -> a.i;
          c2: port a.o -> b.i;
          c3: port b.o -> o;
        flows
          through: flow path i -> c1 -> a.through -> c2 -> b.through -> c3 -> o;
          all: end to end flow a.start -> c2 -> b.through { Latency => 0 ms .. 20 ms; };
        modes
          on: initial mode;
          off: mode;
          on -[i]-> off;
          off -[a.o]-> on;
      end S.i;
    end P;

    """
}
