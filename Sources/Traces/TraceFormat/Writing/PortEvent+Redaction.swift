import CoreSeam
import MatterBytes

extension PortEvent.Content {
  /// The event with every secret in it replaced by zeros of the same length. Datagrams hold none:
  /// they were on the wire.
  var redacted: PortEvent.Content {
    switch self {
    case .input(.entropy(let bytes)): return .input(.entropy(bytes.zeroed))
    case .input(.message(.command(let command))):
      return .input(.message(.command(command.redacted)))
    case .output(.message(.notice(.messageReceived(var message)))):
      message.payload = message.payload.zeroed
      return .output(.message(.notice(.messageReceived(message))))
    case .input, .output: return self
    }
  }
}

extension Command {
  fileprivate var redacted: Command {
    switch self {
    case .openWindow(var order):
      order.secret = order.secret.redacted
      return .openWindow(order)
    case .pair(var order):
      order.passcode = 0
      return .pair(order)
    case .send(var order):
      order.payload = order.payload.zeroed
      return .send(order)
    case .configure, .closeWindow, .closeSession: return self
    }
  }
}

extension WindowSecret {
  fileprivate var redacted: WindowSecret {
    switch self {
    case .passcode: .passcode(0)
    case .verifier(let bytes): .verifier(bytes.zeroed)
    }
  }
}

extension BoundedBytes {
  fileprivate var zeroed: BoundedBytes {
    do { return try BoundedBytes(zeros: count) } catch {
      preconditionFailure("as many bytes as before fit")
    }
  }
}
