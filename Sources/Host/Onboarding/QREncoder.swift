import Glibc

/// Makes QR symbols with libqrencode, which is loaded if the system has it.
package enum QREncoder {
  /// The library's file, in Debian's package libqrencode4.
  package static let libraryName = "libqrencode.so.4"

  /// The symbol for `text` at error correction level M, or nil without the library.
  package static func matrix(for text: String, library name: String = libraryName) -> QRMatrix? {
    guard let library = unsafe dlopen(name, RTLD_NOW | RTLD_LOCAL) else { return nil }
    defer { unsafe dlclose(library) }
    guard let encodeSymbol = unsafe dlsym(library, "QRcode_encodeString") else { return nil }
    guard let freeSymbol = unsafe dlsym(library, "QRcode_free") else { return nil }
    let encode = unsafe unsafeBitCast(encodeSymbol, to: EncodeString.self)
    let free = unsafe unsafeBitCast(freeSymbol, to: Free.self)

    guard let symbol = unsafe encode(text, anyVersion, levelM, eightBitMode, caseSensitive) else {
      return nil
    }
    defer { unsafe free(symbol) }
    let header = unsafe symbol.load(as: Symbol.self)
    let width = unsafe Int(header.width)
    guard width > 0, let modules = unsafe header.data else { return nil }
    let bytes = unsafe UnsafeBufferPointer(start: modules, count: width * width)
    // Bit 0 of a module is its colour; the others tell what part of the symbol it belongs to.
    return unsafe QRMatrix(width: width, darkModules: bytes.map { $0 & 1 == 1 })
  }

  /// `QRcode` of qrencode.h, version 4.
  @unsafe private struct Symbol {
    let version: Int32
    let width: Int32
    let data: UnsafeMutablePointer<UInt8>?
  }

  private typealias EncodeString =
    @convention(c) (
      _ string: UnsafePointer<CChar>, _ version: Int32, _ level: UInt32, _ hint: Int32,
      _ caseSensitive: Int32
    ) -> UnsafeMutableRawPointer?
  private typealias Free = @convention(c) (UnsafeMutableRawPointer?) -> Void

  private static let anyVersion: Int32 = 0
  private static let levelM: UInt32 = 1
  /// `QR_MODE_8`. The library still uses the denser alphanumeric mode where the text allows.
  private static let eightBitMode: Int32 = 2
  private static let caseSensitive: Int32 = 1
}
