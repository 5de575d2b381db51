func broken(_ a: Bool {
  if a && { return }
}
