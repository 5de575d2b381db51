import AADL
import Foundation
import SeamGenerator
import Testing

struct SeamReaderTests {
  /// What is wrong with a seam whose declarations before the process, and ports, are given.
  private func findings(
    types: String = "", ports: String, core: String = "", name: String = "Kernel"
  ) throws -> [String] {
    try read(types: types, ports: ports, core: core, name: name).diagnostics.map(\.summary)
  }

  private func read(
    types: String, ports: String, core: String = "", name: String = "Kernel"
  ) throws -> (seam: Seam?, diagnostics: [Diagnostic]) {
    let text = """
      package P
      public
        with Base_Types, Data_Model, Seam;
      \(types)
        process \(name)
          features
      \(ports)
          properties
            Seam::Zone => Core;
            Seam::WIT_Package => "t:t@0.1.0";
        end \(name);
      \(core)
      end P;
      """
    let properties = try SourceText(
      name: "seam.aadl",
      text: String(
        contentsOf: Golden.folder.deletingLastPathComponent().deletingLastPathComponent()
          .deletingLastPathComponent().appending(path: "aadl/seam.aadl"), encoding: .utf8))
    let model = Model([properties, SourceText(name: "m", text: text)])
    #expect(model.diagnostics.isEmpty)
    return SeamReader.read(model)
  }

  @Test func aPortWithMoreThanSixteenFlatValuesMakesNoComponent() throws {
    let fields = (1...17).map { "f\($0): data Base_Types::Unsigned_8;" }
    func diagnostics(_ count: Int) throws -> [String] {
      let types = """
        data Many
          properties
            Data_Model::Data_Representation => Struct;
        end Many;
        data implementation Many.impl
          subcomponents
        \(fields.prefix(count).joined(separator: "\n"))
        end Many.impl;
        """
      let seam = try read(types: types, ports: "a: in event data port Many.impl;").seam
      return CanonicalGenerator(try #require(seam)).diagnostics.map(\.message)
    }
    #expect(try diagnostics(16) == [])
    #expect(
      try diagnostics(17) == [
        "the port 'a' takes 17 values of WebAssembly, and a component can pass 16: "
          + "give its largest case fewer fields"
      ])
  }

  @Test func onlyEventPortsOfOneDirectionCrossTheSeam() throws {
    #expect(
      try findings(
        ports: """
          a: in data port Base_Types::Unsigned_8;
          b: in out event data port Base_Types::Unsigned_8;
          c: in event data port;
          d: feature;
          """) == [
          "m:7:1: error: a data port cannot cross the seam: write 'event data port'",
          "m:8:1: error: a port of the seam is 'in' or 'out', not both",
          "m:9:1: error: the port 'c' has no data type",
          "m:10:1: error: a feature cannot cross the seam: it takes ports",
        ])
  }

  @Test func dataMustSayWhatItIs() throws {
    #expect(
      try findings(
        types: """
          data A
          end A;
          data B
            properties
              Data_Model::Data_Representation => Struct;
          end B;
          data C
            properties
              Data_Model::Data_Representation => Array;
          end C;
          data D
            properties
              Data_Model::Data_Representation => Enum;
          end D;
          """,
        ports: """
          a: in event data port A;
          b: in event data port B;
          c: in event data port C;
          d: in event data port D;
          e: in event data port Base_Types::Integer;
          """) == [
          "(Base_Types):7:8: error: 'Integer' has no Data_Size",
          "m:10:6: error: 'C' has no Data_Model::Dimension of one number",
          "m:14:6: error: 'D' has no Data_Model::Enumerators",
          "m:20:23: error: 'A' has no Data_Model::Data_Representation",
          "m:21:23: error: 'B' has no parts: name its implementation, such as 'B.impl'",
        ])
  }

  @Test func dataThatContainsItselfIsRefused() throws {
    #expect(
      try findings(
        types: """
          data A
            properties
              Data_Model::Data_Representation => Struct;
          end A;
          data implementation A.impl
            subcomponents
              inner: data A.impl;
          end A.impl;
          """,
        ports: "a: in event data port A.impl;")
        == ["m:10:17: error: 'A.impl' contains itself"])
  }

  @Test func namesThatWITWouldTakeForOneAreRefused() throws {
    #expect(
      try findings(
        types: """
          data A
            properties
              Data_Model::Data_Representation => Enum;
              Data_Model::Enumerators => ("one_two", "One_Two", "a__b", "1");
          end A;
          """,
        ports: "a: in event data port A;") == [
          "m:7:44: error: 'A' has 'One_Two' twice",
          "m:7:55: error: 'a__b' is no name: letters first, single underscores between words",
          "m:7:63: error: '1' is no name: letters first, single underscores between words",
        ])
  }

  @Test func thereIsOneCore() throws {
    #expect(
      try findings(
        ports: "a: in event data port Base_Types::Unsigned_8;",
        core: """
          process Second
            properties
              Seam::Zone => Core;
          end Second;
          """) == ["m:12:9: error: a second process has 'Seam::Zone => Core'"])
    #expect(
      SeamReader.read(Model([SourceText(name: "m", text: "package P public end P;")]))
        .diagnostics.map(\.message) == ["no process has 'Seam::Zone => Core'"])
  }

  @Test func theProcessMustNotBeCalledLikeAnInterface() throws {
    #expect(
      try findings(ports: "a: in event data port Base_Types::Unsigned_8;", name: "Core")
        == ["m:5:11: error: 'Core' is the name of an interface in the WIT package"])
  }
}
