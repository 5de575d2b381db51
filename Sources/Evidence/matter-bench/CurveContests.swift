import CReferenceCrypto
import MatterBytes
import MatterCrypto
import ReferencePASE

/// Multiplication on P-256 from a scalar's 32 bytes to a point's 65, as a protocol needs it: with
/// the inversion that makes coordinates affine and, where a point comes in, with its check.
func curveContests(_ libraries: [ReferenceCrypto]) -> [Contest] {
  [fixedBaseContest(libraries), variableBaseContest(libraries)]
}

private let someScalar = [UInt8](
  hex: "5b478619804f4938d361fbba3a20648725222f0a54cc4c876139efe7d9a21786")

private func fixedBaseContest(_ libraries: [ReferenceCrypto]) -> Contest {
  Contest(
    name: "P-256 fixed-base multiplication",
    ours: { count in
      var bytes = someScalar
      for _ in 0..<count {
        bytes[31] &+= 1
        let scalar = Scalar.canonical(UInt256(bigEndian: bytes.span)).scalar
        keep(FixedBase.multiplyGenerator(by: scalar).normalized().encoded()[64])
      }
    },
    libraries: libraries
  ) { library, count in
    var scalar = someScalar
    var output = [UInt8](repeating: 0, count: 65)
    let (functions, context) = unsafe (library.functions, library.context)
    for _ in 0..<count {
      scalar[31] &+= 1
      succeed(unsafe functions.p256_multiply_base(context, scalar, &output))
    }
  }
}

private func variableBaseContest(_ libraries: [ReferenceCrypto]) -> Contest {
  let point = ReferenceSPAKE2Plus.m
  return Contest(
    name: "P-256 variable-base multiplication",
    ours: { count in
      var bytes = someScalar
      for _ in 0..<count {
        bytes[31] &+= 1
        guard let decoded = try? AffinePoint(decoding: point.span) else {
          preconditionFailure("M is a point")
        }
        let scalar = Scalar.canonical(UInt256(bigEndian: bytes.span)).scalar
        let base = VariableBase(ProjectivePoint(decoded))
        keep(base.multiplied(by: scalar).normalized().encoded()[64])
      }
    },
    libraries: libraries
  ) { library, count in
    var scalar = someScalar
    var output = [UInt8](repeating: 0, count: 65)
    let (functions, context) = unsafe (library.functions, library.context)
    for _ in 0..<count {
      scalar[31] &+= 1
      succeed(unsafe functions.p256_multiply(context, scalar, point, &output))
    }
  }
}
