import CanonicalABI
import ComponentMemory
import CoreSeam
import MatterBytes

/// Where `take` of a mailbox writes what it returns: address and length of a list.
private nonisolated(unsafe) var taken = [2 of UInt32](repeating: 0)

extension Side {
  /// Calls the core's port.
  func give(_ event: InEvent) {
    switch (self, event) {
    case (.commissioner, .message(let value)): Commissioner.messageIn(lowered(value))
    case (.commissioner, .clock(let value)): Commissioner.clockIn(lowered(value))
    case (.commissioner, .entropy(let value)): Commissioner.entropyIn(lowered(value))
    case (.device, .message(let value)): Device.messageIn(lowered(value))
    case (.device, .clock(let value)): Device.clockIn(lowered(value))
    case (.device, .entropy(let value)): Device.entropyIn(lowered(value))
    }
  }

  /// The first frame that the core has emitted and that was not taken yet, or no bytes.
  func takeFrame() -> FrameBytes {
    let result = unsafe address(of: &taken)
    switch self {
    case .commissioner: takeFromCommissioner(result)
    case .device: takeFromDevice(result)
    }
    var list = FlatValues()
    list.append(UInt64(unsafe taken[0]))
    list.append(UInt64(unsafe taken[1]))
    return lifted(list)
  }
}

@_extern(wasm, module: "mailboxes", name: "take-commissioner") @_extern(c)
private func takeFromCommissioner(_ result: UInt32)

@_extern(wasm, module: "mailboxes", name: "take-device") @_extern(c)
private func takeFromDevice(_ result: UInt32)
