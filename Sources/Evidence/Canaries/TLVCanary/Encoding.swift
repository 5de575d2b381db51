import KnownAnswers
import MatterBytes
import MatterWire

/// Whether an encoding holds these elements, and nothing else.
func holds<let count: Int>(_ encoding: StaticString, _ elements: [count of TLVElement]) -> Bool {
  let bytes = hex(encoding)
  var reader = TLVReader(bytes.span)
  do throws(TLVError) {
    for index in elements.indices {
      guard try reader.next() == elements[index] else { return false }
    }
    return try reader.next() == nil
  } catch {
    return false
  }
}

/// The same of one element.
func holds(_ encoding: StaticString, _ value: TLVValue, tag: TLVTag = .anonymous) -> Bool {
  holds(encoding, [TLVElement(tag: tag, value: value)])
}

/// Whether an encoding cannot be read, and why.
func isRefused(_ encoding: StaticString, as refusal: TLVError) -> Bool {
  let bytes = hex(encoding)
  var reader = TLVReader(bytes.span)
  do throws(TLVError) {
    while try reader.next() != nil {}
    return false
  } catch {
    return error == refusal
  }
}
