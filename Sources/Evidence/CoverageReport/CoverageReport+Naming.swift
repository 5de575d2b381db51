public import CoverageData

extension CoverageReport {
  /// The name of an input without folder and ending: `pase-good` of `traces/pase-good.pcapng`.
  public func shortName(ofInput input: Int) -> String {
    let name = inputs[input].split(separator: "/").last.map(String.init) ?? inputs[input]
    return name.hasSuffix(".pcapng") ? String(name.dropLast(7)) : name
  }

  /// `pase-good #17`.
  public func name(of event: EventReference) -> String {
    "\(shortName(ofInput: event.input)) #\(event.number)"
  }
}
