import CommandLineInterface
import Onboarding

/// `matter-sim onboarding`: make and read QR and manual codes.
enum OnboardingCommand {
  static let command = Command(
    name: "onboarding",
    summary: "make and read QR and manual codes",
    example: MakeCodeCommand.command.example,
    commands: [MakeCodeCommand.command, ReadCodeCommand.command])
}
