// Sums and products of machine words with their carries, without a `Bool` in between: what makes
// a `Bool` of a carry and a number of that `Bool` is free to branch, and the optimiser does.

/// `left + right + carry` modulo 2^64; `carry`, 0 or 1, becomes the carry out.
@inline(__always)
func addWithCarry(_ left: UInt64, _ right: UInt64, _ carry: inout UInt64) -> UInt64 {
  #if arch(riscv32) || PORTABLE_CARRIES
    // RISC-V has no carry flag, and on 32 bits the wide sum would compare halves and branch.
    let sum = left &+ right &+ carry
    carry = ((left & right) | ((left | right) & ~sum)) &>> 63
    return sum
  #else
    // Becomes an add-with-carry where there is one, an unsigned comparison in WebAssembly.
    let sum = UInt128(left) &+ UInt128(right) &+ UInt128(carry)
    carry = UInt64(truncatingIfNeeded: sum &>> 64)
    return UInt64(truncatingIfNeeded: sum)
  #endif
}

/// The product of two words, as two words.
@inline(__always)
func fullProduct(_ left: UInt64, _ right: UInt64) -> (high: UInt64, low: UInt64) {
  #if WIDE_ARITHMETIC
    // WebAssembly with wide arithmetic has an instruction for it, and this is how to get that.
    let product = UInt128(left) &* UInt128(right)
    return (
      UInt64(truncatingIfNeeded: product &>> 64), UInt64(truncatingIfNeeded: product)
    )
  #else
    let product = left.multipliedFullWidth(by: right)
    return (product.high, product.low)
  #endif
}

/// The low word of `addend + left * right + carry`; `carry` becomes the high word.
/// The whole never exceeds two words.
@inline(__always)
func multiplyAdd(
  _ addend: UInt64, _ left: UInt64, _ right: UInt64, _ carry: inout UInt64
) -> UInt64 {
  #if WIDE_ARITHMETIC
    let sum = UInt128(left) &* UInt128(right) &+ UInt128(addend) &+ UInt128(carry)
    carry = UInt64(truncatingIfNeeded: sum &>> 64)
    return UInt64(truncatingIfNeeded: sum)
  #else
    let product = left.multipliedFullWidth(by: right)
    var carryOfAddend: UInt64 = 0
    let partial = addWithCarry(product.low, addend, &carryOfAddend)
    var carryOfCarry: UInt64 = 0
    let sum = addWithCarry(partial, carry, &carryOfCarry)
    carry = product.high &+ carryOfAddend &+ carryOfCarry
    return sum
  #endif
}
