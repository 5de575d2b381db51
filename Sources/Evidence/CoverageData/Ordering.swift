extension SourceRange: Comparable {
  /// By the beginning; of two with the same beginning the longer one is first.
  public static func < (left: SourceRange, right: SourceRange) -> Bool {
    (left.line, left.column, right.endLine, right.endColumn)
      < (right.line, right.column, left.endLine, left.endColumn)
  }
}

extension EventReference: Comparable {
  public static func < (left: EventReference, right: EventReference) -> Bool {
    (left.input, left.number) < (right.input, right.number)
  }
}
