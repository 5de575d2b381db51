/// What the parties of a run are called in its output.
enum PartyName {
  static let commissioner = "commissioner"
  static let device = "device"
}
