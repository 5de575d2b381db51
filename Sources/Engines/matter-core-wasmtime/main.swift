import Glibc

// The core as a WebAssembly module, run by wasmtime as the process that a host expects.
_ = signal(SIGPIPE, SIG_IGN)
exit(Runner.run(Array(CommandLine.arguments.dropFirst())).rawValue)
