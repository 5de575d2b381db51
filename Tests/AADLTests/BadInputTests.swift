import AADL
import Testing

/// Bad input gets located errors, in time linear in its size.
struct BadInputTests {
  @Test func anUnknownClassifierIsAnError() {
    let text = """
      package P
      public
        with Q;
        process A
          features
            x: in event data port Nothing;
            y: in event data port Q::T;
            z: in event data port Base_Types::Boolean;
        end A;
      end P;
      """
    #expect(
      findings(in: text) == [
        "3:8: error: there is no package or property set 'Q'",
        "6:29: error: there is no classifier 'Nothing' in the package 'P'",
        "7:29: error: there is no package 'Q'",
        "8:29: error: the package 'Base_Types' is not imported: write 'with Base_Types;'",
      ])
  }

  @Test func aClassifierThatExtendsItselfIsAnError() {
    let text = """
      package P
      public
        system A extends B
        end A;
        system B extends C
        end B;
        system C extends A
        end C;
        system D extends A
        end D;
      end P;
      """
    #expect(findings(in: text) == ["3:10: error: 'A' extends itself: A → B → C → A"])
  }

  @Test func duplicateNamesAreErrors() {
    let text = """
      package P
      public
        system A
        end A;
        system a
        end a;
      end P;
      package p
      public
      end p;
      """
    #expect(
      findings(in: text) == [
        "5:10: error: 'a' is declared twice in its package",
        "8:9: error: the package 'p' is declared twice",
      ])
  }

  @Test func tenMegabytesAreRefusedAtOnce() {
    let source = SourceText(name: "big", bytes: [UInt8](repeating: 0x20, count: 10 << 20))
    let parsed = Parser.parse(source)
    #expect(
      parsed.diagnostics.map(\.summary)
        == ["big:1:1: error: the file has 10485760 bytes; at most 4194304 are read"])
    #expect(parsed.tree.bytes.count == source.bytes.count)
  }

  /// A long text of one kind of nonsense or another. Quadratic work would not end in the time limit,
  /// which is far above what linear work needs.
  @Test(
    .timeLimit(.minutes(5)),
    arguments: [
      "(", "{", "[", "package P public ", "system S ", "a::", "with X;", "\"", "{**", "-- c\n",
      "end;",
      "x: y z;\n", "=> (", "system A extends A end A;",
    ])
  func longNonsenseIsReadInLinearTime(_ piece: String) {
    let count = (SourceText.largest / 8) / piece.utf8.count
    let source = SourceText(name: "big", text: String(repeating: piece, count: count))
    let parsed = Parser.parse(source)
    #expect(!parsed.diagnostics.isEmpty || piece == "-- c\n")
    #expect(parsed.diagnostics.count <= 51)
  }

  @Test func deepNestingIsAnError() {
    let value = String(repeating: "(", count: 10_000) + String(repeating: ")", count: 10_000)
    let text =
      "package P\npublic\n  data D\n    properties\n      Names => \(value);\n  end D;\nend P;"
    #expect(findings(in: text).first == "5:80: error: nesting deeper than 64 levels")
  }

  @Test func aLongChainOfExtensionIsAnErrorAndReadInLinearTime() {
    let types = (1...20_000).map { "system S\($0) extends S\($0 - 1)\nend S\($0);\n" }.joined()
    let text = "package P\npublic\nsystem S0\nend S0;\n\(types)end P;"
    let found = findings(in: text)
    // The first cut is at the 64th, and each cut leaves a chain of one.
    #expect(found.count == (20_001 - 64) / 63 + 1)
    #expect(found.first?.contains("extends through 64 classifiers") == true)
  }

  @Test func asystemThatContainsItselfIsAnError() {
    let text = """
      package P
      public
        system S
        end S;
        system implementation S.i
          subcomponents
            inner: system S.i;
        end S.i;
      end P;
      """
    #expect(
      findings(instantiating: "S.i", of: text) == ["7:7: error: 'S.i' contains itself"])
  }

  @Test func asystemThatGrowsExponentiallyIsAnError() {
    let levels = (1...40).map { level in
      """
      system implementation S.i\(level)
        subcomponents
          a: system S\(level == 40 ? "" : ".i\(level + 1)");
          b: system S\(level == 40 ? "" : ".i\(level + 1)");
      end S.i\(level);
      """
    }.joined(separator: "\n")
    let text = "package P\npublic\nsystem S\nend S;\n\(levels)\nend P;"
    #expect(
      findings(instantiating: "S.i1", of: text)
        == ["5:23: error: the system has more than 10000 components"])
  }

  @Test func moreThanFiftyErrorsEndTheReading() {
    let text = "package P\npublic\n" + String(repeating: "with ;\n", count: 200) + "end P;"
    let found = findings(in: text)
    #expect(found.count == 51)
    #expect(found.last?.hasSuffix("more than 50 errors: the rest of the file is not read") == true)
  }
}
