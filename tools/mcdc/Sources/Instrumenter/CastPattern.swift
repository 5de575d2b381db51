import SwiftSyntax

/// `let x as T` or `is T`, which `if case` matches as `if let` would match a cast.
struct CastPattern {
  /// What it binds, `let x`, or `let _` when nothing.
  let binding: String
  let type: String

  /// Nil for any other pattern.
  init?(_ pattern: PatternSyntax) {
    if let check = pattern.as(IsTypePatternSyntax.self) {
      binding = "let _"
      type = check.type.trimmedDescription
      return
    }
    guard let bound = pattern.as(ValueBindingPatternSyntax.self),
      let cast = bound.pattern.as(ExpressionPatternSyntax.self)?.expression.as(AsExprSyntax.self),
      cast.questionOrExclamationMark == nil,
      let name = cast.expression.as(PatternExprSyntax.self)?.pattern
        .as(IdentifierPatternSyntax.self)
    else { return nil }
    binding = "\(bound.bindingSpecifier.text) \(name.identifier.text)"
    type = cast.type.trimmedDescription
  }
}
