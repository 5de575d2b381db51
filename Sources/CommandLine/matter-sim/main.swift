import CommandLineInterface
import Glibc

// A reader that goes away is an error of write, which each writer handles, and no reason to die.
signal(SIGPIPE, SIG_IGN)

let console = Console(
  style: TextStyle(descriptor: STDOUT_FILENO) { name in
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  })
exit(MatterSim.tool.run(Array(CommandLine.arguments.dropFirst()), console: console).rawValue)
