extension FieldElement {
  /// The inverse, or zero for zero: the power p - 2, by a chain of 255 squarings and 12
  /// multiplications that is the same for every element.
  package func inverted() -> FieldElement {
    // `ones(k)` is the power 2^k - 1: k ones in binary.
    let ones2 = squared() * self
    let ones3 = ones2.squared() * self
    let ones6 = ones3.squared(times: 3) * ones3
    let ones12 = ones6.squared(times: 6) * ones6
    let ones15 = ones12.squared(times: 3) * ones3
    let ones30 = ones15.squared(times: 15) * ones15
    let ones32 = ones30.squared(times: 2) * ones2

    // p - 2 = ffffffff 00000001 00000000 00000000 00000000 ffffffff ffffffff fffffffd
    var power = ones32.squared(times: 32) * self
    power = power.squared(times: 128) * ones32
    power = power.squared(times: 32) * ones32
    power = power.squared(times: 30) * ones30
    return power.squared(times: 2) * self
  }
}
