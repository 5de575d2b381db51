/// First in, first out, without moving the rest.
struct Queue<Element> {
  private var storage: [Element] = []
  private var start = 0

  var count: Int { storage.count - start }
  var isEmpty: Bool { count == 0 }
  var first: Element? { isEmpty ? nil : storage[start] }
  var elements: ArraySlice<Element> { storage[start...] }

  subscript(index: Int) -> Element { storage[start + index] }

  mutating func append(_ element: Element) {
    storage.append(element)
  }

  mutating func popFirst() -> Element? {
    guard let element = first else { return nil }
    start += 1
    if start > 1024, start * 2 > storage.count {
      storage.removeFirst(start)
      start = 0
    }
    return element
  }
}
