import Onboarding
import Testing

struct QRMatrixTests {
  @Test func aMatrixIsASquare() {
    #expect(QRMatrix(width: 2, darkModules: [true, false, true]) == nil)
    #expect(QRMatrix(width: 0, darkModules: []) == nil)
    #expect(QRMatrix(width: 2, darkModules: [true, false, true, true]) != nil)
  }

  @Test func halfBlocksShowLightModulesWithinAQuietZoneOfFour() throws {
    let matrix = try #require(
      QRMatrix(
        width: 3, darkModules: [true, false, false, true, true, false, false, false, true]))
    let quiet = "███████████"
    #expect(
      matrix.halfBlocks(usesColour: false) == """
        \(quiet)
        \(quiet)
        ████ ▀█████
        ██████▄████
        \(quiet)
        \(quiet)
        """)
  }

  @Test func onATerminalBothColoursAreSetAndResetInEachLine() throws {
    let matrix = try #require(QRMatrix(width: 1, darkModules: [true]))
    for line in matrix.halfBlocks(usesColour: true).split(separator: "\n") {
      #expect(line.hasPrefix("\u{1B}[97;40m"))
      #expect(line.hasSuffix("\u{1B}[0m"))
    }
  }
}

/// These need libqrencode, which the test command installs.
struct QREncoderTests {
  @Test func withoutTheLibraryThereIsNoPicture() {
    #expect(QREncoder.matrix(for: "MT:", library: "libqrencode-missing.so.4") == nil)
  }

  @Test(arguments: WorkedQRCode.all)
  func aSymbolReadsAsItsText(_ example: WorkedQRCode) throws {
    let matrix = try #require(QREncoder.matrix(for: example.text), "libqrencode4 is needed")
    #expect(matrix.width == 25)
    #expect(try QRSymbolReader(matrix).text() == example.text)
  }

  @Test func aSymbolHasItsFinderAndTimingPatterns() throws {
    let matrix = try #require(
      QREncoder.matrix(for: "MT:Y.K9042C00KA0648G00"), "libqrencode4 is needed")
    let far = matrix.width - 7
    for (top, left) in [(0, 0), (0, far), (far, 0)] {
      for row in 0..<7 {
        for column in 0..<7 {
          let ring = max(abs(row - 3), abs(column - 3))
          #expect(matrix.isDark(row: top + row, column: left + column) == (ring != 2))
        }
      }
    }
    for index in 8..<(matrix.width - 8) {
      #expect(matrix.isDark(row: 6, column: index) == index.isMultiple(of: 2))
      #expect(matrix.isDark(row: index, column: 6) == index.isMultiple(of: 2))
    }
  }
}
