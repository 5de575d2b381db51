import CommandLineInterface
import CoreDriver
import CoreEngines
import CoreSeam
import HostShell
import MatterBytes
import Onboarding
import OperatingSystem
import TraceFormat
import Words

/// Makes parties as a command line wants them.
struct PartySetup {
  let loop: EventLoop
  let core: OpenedCore
  /// The seed of all randomness, for tests; nil for the kernel's CSPRNG.
  let seed: UInt64?
  /// Whether a trace is written, which then tells the step of each output.
  private let isRecorded: Bool

  /// What one seed is used for; numbers that must not change, or old runs cannot be had again.
  enum Stream: UInt64 {
    case commissioner = 1
    case device = 2
    case commissionerLink = 3
    case deviceLink = 4
    case salt = 5
  }

  init(loop: EventLoop, arguments: Arguments) throws(CommandFailure) {
    self.loop = loop
    core = try arguments[SharedOptions.core].open()
    seed = arguments[SharedOptions.seed]
    isRecorded = arguments[SharedOptions.record] != nil
  }

  /// Says which build of the core the run is of, as its first result.
  func announce(_ reporter: Reporter) {
    reporter.report(
      text: "core \(core.choice): " + core.build.words,
      json: .event("core", ["core": .string("\(core.choice)")] + core.build.json))
  }

  /// Says loudly that a seed makes a run insecure, if it has one.
  func warn(_ reporter: Reporter) {
    guard seed != nil else { return }
    reporter.complain(
      reporter.style.red(
        "INSECURE: with --seed all keys of this run can be computed by anyone; for tests only"))
  }

  /// A party that listens at `scope`.
  func party(
    _ name: String, at scope: UDPEndpoint.Scope, stream: Stream, link: FaultyLink? = nil
  ) throws(CommandFailure) -> Party {
    let endpoint: UDPEndpoint
    do throws(BindError) {
      endpoint = try UDPEndpoint(scope, loop: loop)
    } catch {
      throw CommandFailure("\(error)", exitCode: .usage)
    }
    do throws(CoreStartError) {
      return Party(
        name: name, loop: loop, engine: try core.start(on: loop, tellingSteps: isRecorded),
        endpoint: endpoint,
        entropy: entropy(stream), link: link)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// The salt that was asked for, or a random one of 32 bytes.
  func salt(_ given: [UInt8]?) -> BoundedBytes<32> {
    guard let given else {
      var source = entropy(.salt)
      let drawn = source.draw(32)
      return bounded(drawn.span.indices.map { drawn.span[$0] })
    }
    return bounded(given)
  }

  private func entropy(_ stream: Stream) -> any EntropySource {
    guard let seed else { return KernelEntropy() }
    return SeededEntropy(seed: seed, stream: stream.rawValue)
  }
}

/// Bytes of a length that was checked before.
func bounded<let capacity: Int>(_ bytes: [UInt8]) -> BoundedBytes<capacity> {
  do { return try BoundedBytes(copying: bytes.span) } catch {
    preconditionFailure("the length was checked")
  }
}
