import CommandLineInterface
import Onboarding

/// `matter-sim onboarding read`: what codes say.
enum ReadCodeCommand {
  static let command = Command(
    name: "read",
    summary: "tell what QR and manual codes say",
    options: [SharedOptions.showSecrets],
    operand: codes,
    example: "matter-sim onboarding read MT:Y.K90AFN00KA0648G00 3497-011-2332"
  ) { arguments, console in
    let showsSecrets = arguments[SharedOptions.showSecrets]
    for (index, description) in arguments[codes].flatMap(descriptions).enumerated() {
      try console.report(
        text: (index == 0 ? "" : "\n")
          + description.text(showingSecrets: showsSecrets, style: console.style),
        json: description.json(showingSecrets: showsSecrets))
    }
    return .done
  }

  private static let codes = OperandList(
    "CODE", summary: "the text of a QR code (MT:…), or a manual code of 11 or 21 digits",
    parser: .setupCode)

  private static func descriptions(of code: SetupCode) -> [CodeDescription] {
    switch code {
    case .qr(let code): code.payloads.map(CodeDescription.init)
    case .manual(let code): [CodeDescription(code)]
    }
  }
}
