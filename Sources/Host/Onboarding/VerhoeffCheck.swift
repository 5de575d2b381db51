/// The check digit of manual codes (J. Verhoeff, 1969): over the dihedral group of ten elements,
/// so that it catches every single wrong digit and every swap of neighbours.
package enum VerhoeffCheck {
  /// - Parameter digits: values 0...9, first digit first.
  package static func digit(for digits: some BidirectionalCollection<Int>) -> Int {
    var check = 0
    var round = 0
    for digit in digits.reversed() {
      round = (round + 1) % 8
      check = product(check, (0..<round).reduce(digit) { value, _ in permutation[value] })
    }
    return inverse(check)
  }

  private static let permutation = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]

  /// The group's operation: 0...4 are rotations, 5...9 reflections.
  private static func product(_ left: Int, _ right: Int) -> Int {
    switch (left < 5, right < 5) {
    case (true, true): (left + right) % 5
    case (true, false): 5 + (left + right) % 5
    case (false, true): 5 + (left - right) % 5
    case (false, false): (left - right + 5) % 5
    }
  }

  private static func inverse(_ element: Int) -> Int {
    element < 5 ? (5 - element) % 5 : element
  }
}
