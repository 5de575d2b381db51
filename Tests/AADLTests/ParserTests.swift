import AADL
import Testing

struct ParserTests {
  @Test func severalErrorsAreReportedInOneRunEachWithItsLineAndACaret() {
    let source = SourceText(
      name: "m.aadl",
      text: """
        package P
        public
          process A
            features
              in_port: in event data prot D;
              out_port: out event port;
            properties
              Period = 3 ms;
          end B;
        end P;

        """)
    let texts = Parser.parse(source).diagnostics.map(\.text)
    #expect(
      texts == [
        """
        m.aadl:5:30: error: expected 'port' where 'prot' stands
                  in_port: in event data prot D;
                                         ^~~~
        """,
        """
        m.aadl:8:14: error: expected '=>' where this character has no meaning
                  Period = 3 ms;
                         ^
        """,
        """
        m.aadl:9:7: error: this ends 'A', not 'B'
              end B;
                  ^
        """,
      ])
  }

  @Test func whatFollowsAnErrorIsStillRead() throws {
    let parsed = Parser.parse(
      SourceText(
        name: "m",
        text: """
          package P
          public
            system A
              features
                x: in { a => 1; } data;
                y: out event port;
            end A;
            system B
            end B;
          end P;
          """))
    let package = try #require(parsed.packages.first)
    #expect(parsed.diagnostics.count == 1)
    #expect(package.types.map(\.name.text) == ["A", "B"])
    #expect(package.types[0].features.map(\.name.text) == ["y"])
  }

  @Test func commentsRightBeforeADeclarationDocumentIt() throws {
    let parsed = Parser.parse(
      SourceText(
        name: "m",
        text: """
          package P
          public
            -- not of A

            -- of A
            --
            -- more of A
            data A -- of nothing
              properties
                -- of nothing
                Data_Size => 1 Bytes; -- of nothing
            end A;
          end P;
          """))
    #expect(parsed.packages[0].types[0].documentation == ["of A", "", "more of A"])
  }

  @Test func sectionsStandInTheOrderOfTheLanguageAndOnce() {
    let text = """
      package P
      public
        system S
          properties
            Period => 1 ms;
          features
            x: in event port;
          features
            y: in event port;
        end S;
      end P;
      """
    #expect(
      findings(in: text) == [
        "6:5: error: the section 'features' comes before 'properties'",
        "8:5: error: the section 'features' comes before 'features'",
      ])
  }

  @Test func reservedWordsAreNoNames() {
    #expect(
      findings(in: "package P\npublic\n  system data\n  end data;\nend P;")
        == ["3:10: error: expected a name, and not a reserved word, where 'data' stands"])
  }

  @Test func annexesAreNamedInAWarning() {
    let text = """
      package P
      public
        system S
          annex EMV2 {** use types ErrorLibrary; **};
        end S;
      end P;
      """
    #expect(
      findings(in: text)
        == ["4:5: warning: annex EMV2 is kept as text and not interpreted"])
  }

  @Test(arguments: [
    ("12 ms", 12_000_000_000), ("1.5 us", 1_500_000), ("16#10# ns", 16_000), ("-2 ps", -2),
    ("1_000 sec", 1_000_000_000_000_000),
  ])
  func timesAreExactIntegersOfPicoseconds(_ text: String, _ expected: Int64) throws {
    let model = Model([
      SourceText(
        name: "m",
        text: """
          package P
          public
            thread T
              properties
                Period => \(text);
            end T;
          end P;
          """)
    ])
    guard case .type(let type)? = model.classifier(package: "P", name: "T") else { return }
    let value = try #require(model.property("timing_properties::period", of: .type(type)))
    #expect(model.properties.integer(value, in: .time) == expected)
  }
}
