public import CoreSeam
public import MatterCore

/// A core that a driver can drive: the library itself, or the same core on an engine.
public protocol SteppableCore: ~Copyable {
  /// Why an engine cannot go on; `Never` for a core that has none under it.
  associatedtype Failure: Error

  /// Acts on one input. All that the core emits is appended to `outbox`, in order.
  /// - Throws: when the core is lost. It takes no further input.
  mutating func step(_ event: borrowing InEvent, into outbox: inout Outbox) throws(Failure)
}

extension VerifiedCore: SteppableCore {}
