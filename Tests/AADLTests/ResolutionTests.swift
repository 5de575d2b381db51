import AADL
import Testing

struct ResolutionTests {
  private let inside = """
    package Other
    public
      data T
      end T;
      data implementation T.i
      end T.i;
    end Other;

    """

  private func findings(inside body: String) -> [String] {
    let text = inside + "package P\npublic\n" + body + "\nend P;"
    return AADLTests.findings(in: text)
  }

  @Test func namesAreFoundAcrossPackagesWhateverTheirCapitals() {
    #expect(findings(inside: "with OTHER;\ndata D extends other::t\nend D;") == [])
  }

  @Test func renamedPackagesAndClassifiersAreFound() {
    #expect(
      findings(
        inside: """
          with Other;
          O renames package Other;
          U renames data Other::T;
          data D extends O::T
          end D;
          data E extends U
          end E;
          data implementation D.i extends O::T.i
          end D.i;
          """) == [])
    #expect(findings(inside: "with Other;\nrenames Other::all;\ndata D extends T\nend D;") == [])
  }

  @Test func extendingAnotherCategoryIsAnError() {
    #expect(
      findings(inside: "with Other;\nsystem S extends Other::T\nend S;")
        == ["11:18: error: 'Other::T' is of the category 'data', not 'system'"])
  }

  @Test func aSubcomponentHasTheCategoryOfItsClassifier() {
    #expect(
      findings(
        inside: """
          with Other;
          process S
          end S;
          process implementation S.i
            subcomponents
              t: thread Other::T;
          end S.i;
          process implementation Q.i
          end Q.i;
          """) == [
          "15:15: error: 'Other::T' is not of the category 'thread'",
          "17:24: error: there is no component type 'Q' in this package",
        ])
  }

  @Test func endsOfConnectionsAndFlowsMustExist() {
    #expect(
      findings(
        inside: """
          system S
            features
              x: in event port;
            flows
              f: flow path x -> gone;
          end S;
          system implementation S.i
            subcomponents
              s: system S;
            connections
              c: port x -> s.y;
              d: port z -> s.x;
            flows
              g: flow path x -> c -> s.h -> e;
          end S.i;
          """) == [
          "14:23: error: 'S' has no feature 'gone'",
          "20:20: error: 's' has no feature 'y'",
          "21:13: error: 'S.i' has no feature or subcomponent 'z'",
          "23:5: error: 'S' has no flow specification 'g'",
          "23:30: error: 's' has no flow 'h'",
          "23:35: error: there is no connection or feature 'e'",
        ])
  }

  @Test func propertiesMustExistAndHaveValuesOfTheirType() {
    #expect(
      findings(
        inside: """
          thread T
            properties
              Perod => 1 ms;
              Period => 1 mm;
              Deadline => 5;
              Dispatch_Protocol => Cyclic;
              Priority => 1.5;
              Stack_Size => "big";
              Compute_Execution_Time => 1 ms;
          end T;
          """) == [
          "12:5: error: there is no property 'Perod'",
          "13:17: error: 'mm' is none of the units hr, min, ms, ns, ps, sec, us",
          "14:17: error: 'Deadline' takes a number with a unit",
          "15:26: error: 'Dispatch_Protocol' takes one of Periodic, Sporadic, Aperiodic, Timed, Hybrid, Background, Interrupt, not 'Cyclic'",
          "16:17: error: 'Priority' takes an integer",
          "17:19: error: 'Stack_Size' takes an integer",
          "18:31: error: 'Compute_Execution_Time' takes a range, such as '1 .. 2'",
        ])
  }
}
