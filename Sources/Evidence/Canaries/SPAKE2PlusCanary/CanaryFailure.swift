/// A computation that has an answer gave none.
enum CanaryFailure: Error {
  case noAnswer
}
