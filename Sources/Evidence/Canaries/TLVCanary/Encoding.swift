import KnownAnswers
import MatterBytes
import MatterWire

/// Whether an encoding holds this one element, and is what writing the element gives.
func isElement(_ encoding: StaticString, _ value: TLVValue, tag: TLVTag = .anonymous) -> Bool {
  let bytes = hex(encoding)
  var reader = TLVReader(bytes.span)
  do throws(TLVError) {
    guard let element = try reader.next() else { return false }
    guard element == TLVElement(tag: tag, value: value) else { return false }
    guard try reader.next() == nil else { return false }
  } catch {
    return false
  }
  return isRewritten(encoding)
}

/// The same of the only member of a structure.
func isMember(_ encoding: StaticString, _ value: TLVValue, tag: TLVTag) -> Bool {
  let bytes = hex(encoding)
  var reader = TLVReader(bytes.span)
  do throws(TLVError) {
    let start = TLVElement(tag: .anonymous, value: .containerStart(.structure))
    guard try reader.next() == start else { return false }
    guard try reader.nextMember() == TLVElement(tag: tag, value: value) else { return false }
    guard try reader.nextMember() == nil else { return false }
  } catch {
    return false
  }
  return isRewritten(encoding)
}

/// Whether an encoding can be read and, written again, is the same.
func isRewritten(_ encoding: StaticString) -> Bool {
  let bytes = hex(encoding)
  guard let written = rewritten(bytes.span) else { return false }
  return written == bytes
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

private func rewritten(_ bytes: Span<UInt8>) -> BoundedBytes<256>? {
  var reader = TLVReader(bytes)
  var writer = TLVWriter<256>()
  while true {
    let element: TLVElement?
    do throws(TLVError) {
      element = try reader.next()
    } catch {
      return nil
    }
    guard let element else { return writer.finish() }
    do throws(ByteError) {
      try write(element, of: bytes, to: &writer)
    } catch {
      return nil
    }
  }
}

private func write(
  _ element: TLVElement, of bytes: Span<UInt8>, to writer: inout TLVWriter<256>
) throws(ByteError) {
  let tag = element.tag
  switch element.value {
  case .signed(let value): try writer.write(signed: value, tag: tag)
  case .unsigned(let value): try writer.write(unsigned: value, tag: tag)
  case .bool(let value): try writer.write(bool: value, tag: tag)
  case .float32(let bits): try writer.write(float32BitPattern: bits, tag: tag)
  case .float64(let bits): try writer.write(float64BitPattern: bits, tag: tag)
  case .utf8(let range): try writer.write(utf8: bytes.extracting(range), tag: tag)
  case .octets(let range): try writer.write(octets: bytes.extracting(range), tag: tag)
  case .null: try writer.writeNull(tag: tag)
  case .containerStart(let container): try writer.startContainer(container, tag: tag)
  case .containerEnd: try writer.endContainer()
  }
}
