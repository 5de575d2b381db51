import MatterWire

extension HostileScenarios {
  /// None of them begins a handshake, so none of them counts as an attempt at the passcode.
  func malformedRequests() {
    let stage = Stage("device", in: recording, stream: 1)
    stage.openWindow()
    let peer = HostileCommissioner(stage)
    for payload in Self.malformedTLV + Self.malformedFields + Self.malformedMembers {
      peer.request(payload, isReliable: false)
    }
    peer.request(HostileCommissioner.request(passcodeID: 1))
    stage.pass(milliseconds: 1000)
  }

  /// What cannot be read, at the front of a message.
  private static var malformedTLV: [[UInt8]] {
    [
      [], [0x15], [0x18], [0x38, 1], [0x19], [0x16, 0x18], [0x24], [0x24, 1, 42], [0x04, 42],
      [0x14], [0x44, 1], [0x64, 1, 0, 0], [0x84, 1, 0, 42], [0xA4, 1, 0, 0, 0, 42], [0xC4],
      [0xC4, 1, 0], [0xC4, 1, 0, 2, 0], [0xE4, 1, 0, 2, 0, 3], [0xC4, 1, 0, 2, 0, 3, 0, 42],
      [0xE4, 1, 0, 2, 0, 3, 0, 0, 0, 42], [0x44, 1, 0, 42], [0x64, 1, 0, 0, 0, 42],
    ]
  }

  /// Fields that are missing, of another type, too large or too long.
  private static var malformedFields: [[UInt8]] {
    let random = [0x30, 1, 32] + [UInt8](repeating: 0x5A, count: 32)
    let upToID = [0x15] + random + [0x25, 2, 0x11, 0x22]
    let upToPasscode: [UInt8] = upToID + [0x24, 3, 0]
    let upToFlag: [UInt8] = upToPasscode + [0x28, 4]
    let random31 = [0x30, 1, 31] + [UInt8](repeating: 0x5A, count: 31)
    let parameters = (1...9).map { (tag: UInt8) in upToFlag + [0x35, 5, 0x28, tag, 0x18, 0x18] }
    return [
      [0x15, 0x24, 0, 1, 0x18], [0x15, 0x18], [0x15, 0x24, 1, 1, 0x18], [0x15] + random31 + [0x18],
      [0x15, 0x04, 1, 0x18], [0x15, 0x44, 1, 0, 1] + random + [0x18],
      // Text for octets is taken, and the rest is missing.
      [0x15, 0x2C, 1, 32] + [UInt8](repeating: 0x5A, count: 32) + [0x18],
      [0x15] + random + [0x24, 3, 0, 0x18], [0x15] + random + [0x18],
      [0x15] + random + [0x28, 2, 0x18], [0x15] + random + [0x24, 2, 0, 0x18],
      [0x15] + random + [0x26, 2, 0, 0, 1, 0, 0x18], [0x15] + random + random + [0x18],
      upToID + [0x18], upToID + [0x28, 3, 0x18], upToPasscode + [0x18],
      upToPasscode + [0x24, 4, 0, 0x18], upToPasscode, upToPasscode + [0x38, 0],
      upToFlag, upToFlag + [0x24, 5, 0, 0x18], upToFlag + [0x36, 5, 0x18, 0x18],
      upToFlag + [0x35, 5, 0x18, 0x25], upToFlag + [0x35, 5, 0x19],
      upToFlag + [0x35, 5, 0x24, 10, 0, 0x24, 10, 0, 0x18, 0x18],
      upToFlag + [0x24, 6, 0, 0x24, 6, 0, 0x18], upToFlag + [0x24, 7, 0, 0x24, 6, 0, 0x18],
      upToFlag + [0x44, 6, 0, 0, 0x24, 6, 0, 0x18],
      upToFlag + [0x35, 5, 0x27, 1] + [UInt8](repeating: 0xFF, count: 8) + [0x18, 0x18],
    ] + parameters
  }

  /// Members behind the fields, which are only skipped: all that TLV has, and what is wrong in it.
  private static var malformedMembers: [[UInt8]] {
    let deep = [UInt8](repeating: 0x17, count: 14)
    var members: [[UInt8]] = [
      everyMember + [0x04, 1], integers(4) + strings(0x10) + [0x04, 1],
      [0x04, 1], [0x35, 6, 0x04, 1, 0x18], [0x36, 6, 0x24, 1, 1, 0x18], [0x35, 6, 0x19],
      [0x36, 6, 0x44, 1, 0, 1, 0x18], [0x35, 6, 0x58, 1, 0], [0x2C, 6, 200], [0x2D, 6, 1],
    ]
    // Nested too deeply, by each kind of container.
    for container in [0x15, 0x16, 0x17] as [UInt8] {
      members.append([0x37, 6] + deep + [container])
    }
    // A length beyond all memory.
    members.append([0x33, 6] + [UInt8](repeating: 0xFF, count: 8))
    // Nothing behind the type, which wants more: the message ends there.
    let cut = ([0x20, 0x24, 0x2A, 0x2B, 0x2C, 0x30, 0x33] as [UInt8]).map { type in
      Array(HostileCommissioner.request([type, 6]).dropLast())
    }
    return members.map { HostileCommissioner.request($0) } + cut
  }

  private static var everyMember: [UInt8] {
    var bytes = integers(0)
    bytes += [0x28, 10, 0x29, 11, 0x2A, 12, 1, 1, 1, 1, 0x2B, 13, 1, 1, 1, 1, 1, 1, 1, 1]
    bytes += strings(0x0C)
    bytes += [0x34, 30, 0x35, 40, 0x24, 1, 1, 0x44, 1, 0, 1, 0x18]
    bytes += [0x36, 41, 0x04, 1, 0x15, 0x18, 0x18, 0x37, 42, 0x04, 1, 0x24, 1, 1, 0x18]
    bytes += [0x44, 1, 0, 1, 0x64, 1, 0, 0, 0, 1, 0xC4, 1, 0, 2, 0, 3, 0, 1]
    return bytes + [0xE4, 1, 0, 2, 0, 3, 0, 0, 0, 1]
  }

  /// An integer of each width, with the tags 6...9.
  private static func integers(_ type: UInt8) -> [UInt8] {
    (0..<4).flatMap { (width: UInt8) -> [UInt8] in
      [0x20 | (type + width), 6 + width] + [UInt8](repeating: 1, count: 1 << Int(width))
    }
  }

  /// A string of one byte with a length of each width, with the tags 20...23.
  private static func strings(_ type: UInt8) -> [UInt8] {
    (0..<4).flatMap { (width: UInt8) -> [UInt8] in
      let zeros = [UInt8](repeating: 0, count: (1 << Int(width)) - 1)
      return [0x20 | (type + width), 20 + width, 1] + zeros + [0x61]
    }
  }
}
