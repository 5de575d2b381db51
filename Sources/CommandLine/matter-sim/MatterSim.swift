import CommandLineInterface
import CoreEngines
import Words

/// The tool and its commands.
enum MatterSim {
  static let tool = Tool(
    name: "matter-sim",
    version: "0.1.0",
    details: {
      CoreBuilds.all(CoreChoice.named.filter { $0 != .inProcess }).map { "core " + $0.words }
    },
    summary: "Matter commissioning and secure sessions on the desk",
    example: PaseCommand.command.example,
    commands: [
      PaseCommand.command, DeviceCommand.command, PairCommand.command, OnboardingCommand.command,
      ReplayCommand.command, ExplainCommand.command, TraceCommand.command, CoverageCommand.command,
      ModelCommand.command, CoreCommand.command,
    ])
}
