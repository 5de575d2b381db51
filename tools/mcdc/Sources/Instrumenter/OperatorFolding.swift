import SwiftOperators
import SwiftSyntax

/// Puts operators in their order. A sequence with an operator that is not known stays one: a guess
/// at what it means could be wrong.
final class OperatorFolding: SyntaxRewriter {
  private let operators: OperatorTable

  init(_ operators: OperatorTable) {
    self.operators = operators
    super.init()
  }

  override func visit(_ node: SequenceExprSyntax) -> ExprSyntax {
    let inner = super.visit(node)
    guard let sequence = inner.as(SequenceExprSyntax.self) else { return inner }
    return (try? operators.foldSingle(sequence)) ?? inner
  }
}
