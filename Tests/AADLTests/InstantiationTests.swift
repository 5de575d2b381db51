import AADL
import Testing

struct InstantiationTests {
  private func instance(_ text: String) throws -> SystemInstance {
    let model = Model([SourceText(name: "m.aadl", text: text)])
    #expect(model.diagnostics.isEmpty)
    guard case .implementation(let index)? = model.classifier(package: "P", name: "S.i") else {
      throw Missing()
    }
    return Instantiation.instance(of: index, in: model)
  }

  private struct Missing: Error {}

  private let text = """
    package P
    public
      thread T
        features
          x: in event port;
        properties
          Period => 1 ms;
          Priority => 1;
      end T;
      thread U extends T
        features
          y: out event port;
        properties
          Priority => 2;
      end U;
      process Q
        properties
          Deadline => 7 ms;
      end Q;
      process implementation Q.i
        subcomponents
          t: thread U;
          u: thread U { Priority => 3; };
        connections
          c: port t.y -> u.x;
      end Q.i;
      system S
      end S;
      system implementation S.i
        subcomponents
          q: process Q.i;
        properties
          Priority => 9 applies to q.u;
      end S.i;
    end P;
    """

  @Test func componentsHaveTheirPathsAndInheritedFeatures() throws {
    let system = try instance(text)
    #expect(system.components.map(\.path) == ["", "q", "q.t", "q.u"])
    #expect(system.components[2].features.map(\.name.text) == ["x", "y"])
    let connection = try #require(system.components[1].connections.first)
    #expect(system.path(of: connection.source) == "q.t.y")
    #expect(system.path(of: connection.destination) == "q.u.x")
  }

  @Test func thePropertyThatStandsFurthestOutWins() throws {
    let system = try instance(text)
    let values = (2...3).map { id -> Int64? in
      guard
        case .number(let literal, _)? = system.property(
          "thread_properties::priority", of: id)?.value
      else { return nil }
      return literal.digits
    }
    #expect(values == [2, 9])
  }

  @Test func anInheritedPropertyComesFromTheComponentAround() throws {
    let system = try instance(text)
    let deadline = try #require(system.property("timing_properties::deadline", of: 2))
    #expect(system.model.properties.integer(deadline, in: .time) == 7_000_000_000)
    #expect(system.property("memory_properties::stack_size", of: 2) == nil)
  }

  @Test func whatIsOutsideTheSubsetIsRefusedByName() {
    let text = """
      package P
      public
        feature group G
        end G;
        thread T
          prototypes
            k: data;
          features
            g: feature group G;
            a: in event port[3];
          properties
            Period => 1 ms in modes (m), 2 ms in modes (n);
        end T;
        process Q
        end Q;
        process implementation Q.i
          subcomponents
            t: thread T;
            many: thread T[2];
            some: thread T in modes (m);
          internal features
            e: event;
          connections
            c: feature group t.g <-> some.g;
            d: port many.a -> t.a in modes (m);
          modes
            m: initial mode;
        end Q.i;
        subprogram F
        end F;
        thread implementation T.i
          calls
            seq: { one: subprogram F; };
        end T.i;
      end P;
      """
    #expect(
      findings(instantiating: "Q.i", of: text) == [
        "7:7: error: the prototype 'k' is outside the subset that can be instantiated",
        "9:7: error: the feature group 'g' is outside the subset that can be instantiated",
        "10:7: error: the array 'a' is outside the subset that can be instantiated",
        "12:17: error: a property value that depends on modes is outside the subset that can be instantiated",
        "12:36: error: a property value that depends on modes is outside the subset that can be instantiated",
        "19:7: error: the array 'many' is outside the subset that can be instantiated",
        "20:7: error: 'some', which depends on modes, is outside the subset that can be instantiated",
        "22:7: error: the internal feature 'e' is outside the subset that can be instantiated",
        "24:7: error: the feature group connection 'c' is outside the subset that can be instantiated",
        "25:7: error: 'd', which depends on modes, is outside the subset that can be instantiated",
      ])
    #expect(
      findings(instantiating: "T.i", of: text).last
        == "33:7: error: the call sequence 'seq' is outside the subset that can be instantiated")
  }
}
