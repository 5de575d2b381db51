import CommandLineInterface
import Onboarding

extension Console {
  /// Writes a QR code as a picture, or complains that the library for it is missing.
  func show(_ code: QRCode) throws(OutputError) {
    guard let matrix = QREncoder.matrix(for: code.text) else {
      complain(
        "no picture of the QR code: \(QREncoder.libraryName) is not there (Debian: libqrencode4)")
      return
    }
    try write(matrix.halfBlocks(usesColour: style.usesColour))
  }
}
