import CoreSeam
import MatterBytes

/// A type of the seam with values to test its codec by: at least its extremes.
protocol SeamSample: SeamValue, Equatable {
  static var samples: [Self] { get }
}

extension SeamSample {
  static var low: Self { samples[0] }
  static var high: Self { samples[samples.count - 1] }
}

/// Events of one direction, to be tested in frames.
protocol EventSample: Equatable {
  static var samples: [Self] { get }
  func frame() -> Frame
  init(frameBody: Span<UInt8>) throws(SeamError)
}

extension SeamSample where Self: FixedWidthInteger & UnsignedInteger {
  static var samples: [Self] { [0, 1, .max / 3, .max] }
}

extension UInt8: SeamSample {}
extension UInt16: SeamSample {}
extension UInt32: SeamSample {}
extension UInt64: SeamSample {}

extension Bool: SeamSample {
  static var samples: [Bool] { [false, true] }
}

extension Optional: SeamSample where Wrapped: SeamSample {
  static var samples: [Wrapped?] { [nil] + Wrapped.samples.map { $0 } }
}

extension BoundedBytes: SeamSample {
  static var samples: [BoundedBytes] {
    [0, 1, capacity].map { count in
      var bytes = BoundedBytes()
      for index in 0..<count {
        do { try bytes.append(UInt8(truncatingIfNeeded: index &+ 1)) } catch { break }
      }
      return bytes
    }
  }
}
