// swift-tools-version: 6.3

import PackageDescription

/// What every target of the package is held to.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The core's types hand out spans of their own storage, which Swift 6.3 lets a library declare
/// only with the first of these features. Methods of its large types read their tables where they
/// stand, not from a copy on the stack, only with the second.
let coreSettings: [SwiftSetting] =
  strict + ["Lifetimes", "AddressableParameters"].map { .enableExperimentalFeature($0) }

func core(_ name: String, uses: [Target.Dependency] = []) -> Target {
  .target(
    name: name, dependencies: uses, path: "Sources/Core/\(name)", swiftSettings: coreSettings)
}

/// A module of the core whose coverage is measured: under `MCDC=1`, and only there, it is built from
/// the copy that `mcdc instrument` has made of it. The copy has unused bindings that the source does
/// not have, so warnings are off.
func covered(_ name: String, uses: [Target.Dependency]) -> Target {
  guard let copy = Context.environment["MCDC"] else { return core(name, uses: uses) }
  return .target(
    name: name, dependencies: uses + ["MCDCProbe"],
    path: ".build/mcdc/\(copy == "1" ? "copy" : copy)/\(name)",
    swiftSettings: ["Lifetimes", "AddressableParameters"].map { .enableExperimentalFeature($0) }
      + [.unsafeFlags(["-suppress-warnings"])])
}

func form(_ name: String, uses: [Target.Dependency] = []) -> Target {
  .target(
    name: name, dependencies: uses, path: "Sources/Forms/\(name)", swiftSettings: coreSettings)
}

/// A library outside the core, in the folder of its layer.
func library(
  _ layer: String, _ name: String, uses: [Target.Dependency] = [],
  settings: [SwiftSetting] = strict
) -> Target {
  .target(
    name: name, dependencies: uses, path: "Sources/\(layer)/\(name)", swiftSettings: settings)
}

func evidence(_ name: String, uses: [Target.Dependency] = []) -> Target {
  .target(
    name: name, dependencies: uses, path: "Sources/Evidence/\(name)", swiftSettings: coreSettings)
}

func tests(_ name: String, uses: [Target.Dependency]) -> Target {
  .testTarget(
    name: name, dependencies: uses, path: "Tests/\(name)", swiftSettings: coreSettings)
}

let package = Package(
  name: "matter-sim",
  products: [
    .library(name: "MatterCrypto", targets: ["MatterCrypto"]),
    .library(name: "MatterWire", targets: ["MatterWire"]),
    .library(name: "MatterCore", targets: ["MatterCore", "CoreSeam"]),
    .library(name: "CoreDriver", targets: ["CoreDriver", "MatterCore", "CoreSeam"]),
    .library(name: "MCDCKernel", targets: ["MCDCKernel"]),
    .library(name: "CoverageData", targets: ["CoverageData"]),
    .library(name: "CoverageReport", targets: ["CoverageReport"]),
    .library(name: "MCDCProbe", targets: ["MCDCProbe"]),
    .library(name: "MCDCRecording", targets: ["MCDCRecording"]),
    .executable(name: "matter-core", targets: ["matter-core"]),
    .executable(name: "matter-sim", targets: ["matter-sim"]),
  ],
  targets: [
    // Core: pure, heap-free, Embedded-clean. A target uses only what stands above it here.
    core("MatterBytes"),
    covered("MatterCrypto", uses: ["MatterBytes"]),
    covered("MatterWire", uses: ["MatterBytes"]),
    core("CoreSeam", uses: ["MatterBytes"]),
    form("CanonicalABI", uses: ["MatterBytes", "CoreSeam"]),
    covered("MatterCore", uses: ["MatterBytes", "MatterCrypto", "MatterWire", "CoreSeam"]),
    core("CoreDriver", uses: ["MatterBytes", "CoreSeam", "MatterCore"]),
    form("CorePump", uses: ["MatterBytes", "MatterCore", "CoreSeam"]),
    .executableTarget(
      name: "matter-core", dependencies: ["CorePump", "MatterBytes", "OperatingSystem"],
      path: "Sources/Forms/matter-core", swiftSettings: coreSettings),

    // System: what the rest has of the operating system. It knows nothing of Matter.
    library(
      "System", "OperatingSystem", settings: strict + [.enableExperimentalFeature("Extern")]),

    // Traces: what a file of a run holds.
    library(
      "Traces", "TraceFormat",
      uses: ["OperatingSystem", "MatterBytes", "MatterCrypto", "CoreSeam"]),
    library(
      "Traces", "Words",
      uses: ["TraceFormat", "MatterBytes", "MatterWire", "MatterCore", "CoreSeam"]),

    // Engines: the cores that can be run, and what runs them.
    library(
      "Engines", "CoreEngines",
      uses: [
        "OperatingSystem", "TraceFormat", "MatterBytes", "MatterCrypto", "CoreSeam", "MatterCore",
      ]),
    .executableTarget(
      name: "matter-core-wasmtime",
      dependencies: ["CoreEngines", "MatterBytes", "CoreSeam", "OperatingSystem"],
      path: "Sources/Engines/matter-core-wasmtime", swiftSettings: strict),

    // Host: sockets, clock, entropy, processes, the command line.
    library(
      "Host", "Onboarding", uses: ["MatterCrypto", "MatterWire"]),
    library(
      "CommandLine", "CommandLineInterface",
      uses: ["MatterCrypto", "Onboarding", "OperatingSystem"]),
    library(
      "Host", "HostShell",
      uses: [
        "CoreEngines", "TraceFormat", "Words", "MatterBytes", "CoreSeam", "OperatingSystem",
        "CoreDriver",
      ]),
    library(
      "Traces", "TraceStory",
      uses: [
        "TraceFormat", "Words", "MatterBytes", "MatterCrypto", "MatterWire", "MatterCore",
        "CoreSeam",
      ]),
    library(
      "Engines", "Replay", uses: ["CoreEngines", "TraceFormat", "CoreSeam", "OperatingSystem"]),
    // matter-sim starts matter-core from its own folder: building the one builds the other.
    .executableTarget(
      name: "matter-sim",
      dependencies: [
        "HostShell", "Replay", "Words", "TraceStory", "Onboarding", "CommandLineInterface",
        "MatterBytes", "CoreSeam", "MatterWire", "MatterCrypto", "matter-core",
        "matter-core-wasmtime", "CoreEngines", "TraceFormat", "AADL", "SeamGenerator",
        "ModelAnalysis", "ModelWorkspace", "CoverageReport", "MCDCKernel", "OperatingSystem",
        "CoreDriver",
      ],
      path: "Sources/CommandLine/matter-sim", swiftSettings: strict),

    // Evidence: what checks and measures the rest. These targets need libssl-dev and
    // libmbedtls-dev; no product of the core or the host does.
    .target(
      name: "CReferenceCrypto", path: "Sources/Evidence/CReferenceCrypto",
      cSettings: [.treatAllWarnings(as: .error)],
      linkerSettings: [.linkedLibrary("crypto"), .linkedLibrary("mbedcrypto")]),
    evidence("ReferencePASE", uses: ["CReferenceCrypto"]),
    .executableTarget(
      name: "matter-bench",
      dependencies: [
        "ReferencePASE", "CReferenceCrypto", "MatterBytes", "MatterCrypto", "MatterCore",
        "CoreSeam", "CoreEngines", "HostShell", "TraceFormat", "OperatingSystem", "matter-core",
        "matter-core-wasmtime",
      ],
      path: "Sources/Evidence/matter-bench", swiftSettings: coreSettings),

    // MC/DC: the verdict alone, what is known of the sources and of the runs, and the report.
    evidence("MCDCKernel"),
    evidence("CoverageData", uses: ["MCDCKernel"]),
    evidence("CoverageReport", uses: ["MCDCKernel", "CoverageData"]),
    evidence("MCDCProbe"),
    evidence("MCDCRecording", uses: ["MCDCProbe", "CoverageData"]),
    .executableTarget(
      name: "coverage-replay",
      dependencies: [
        "MCDCProbe", "MCDCRecording", "CoverageData", "Replay", "TraceFormat", "CoreEngines",
        "CoreSeam",
      ],
      path: "Sources/Evidence/coverage-replay", swiftSettings: coreSettings),

    // Runs in simulated time, recorded as traces.
    library(
      "Simulation", "SimulatedTraces",
      uses: [
        "TraceFormat", "Words", "CoreEngines", "HostShell", "CoreSeam", "MatterBytes", "MatterWire",
        "CoreDriver",
        "MatterCore", "MatterCrypto",
      ], settings: coreSettings),
    .executableTarget(
      name: "record-traces",
      dependencies: [
        "SimulatedTraces", "TraceFormat", "CoreEngines", "matter-core",
      ],
      path: "Sources/Simulation/record-traces", swiftSettings: coreSettings),

    // Model: reads aadl/, judges it, and makes the seam of it.
    library("Model", "AADL"),
    library("Model", "SeamGenerator", uses: ["AADL"]),
    library("Model", "ModelAnalysis", uses: ["AADL", "SeamGenerator"]),
    library("Model", "ModelDiagram", uses: ["AADL"]),
    library(
      "Model", "ModelWorkspace",
      uses: ["AADL", "SeamGenerator", "ModelAnalysis", "ModelDiagram", "OperatingSystem"]),

    tests("MatterBytesTests", uses: ["MatterBytes"]),
    tests("MatterCryptoTests", uses: ["MatterBytes", "MatterCrypto", "CoreDriver"]),
    tests("MatterWireTests", uses: ["MatterBytes", "MatterWire", "CoreDriver"]),
    tests("CoreSeamTests", uses: ["MatterBytes", "CoreSeam", "CanonicalABI", "CoreDriver"]),
    tests(
      "MatterCoreTests",
      uses: [
        "MatterBytes", "MatterCrypto", "MatterWire", "CoreSeam", "MatterCore", "CoreDriver", "AADL",
        "SeamGenerator", "ModelAnalysis", "ModelWorkspace",
      ]),
    tests("OperatingSystemTests", uses: ["OperatingSystem"]),
    tests("CoreDriverTests", uses: ["MatterBytes", "CoreSeam", "MatterCore", "CoreDriver"]),
    tests("OnboardingTests", uses: ["MatterCrypto", "Onboarding", "CoreDriver"]),
    tests(
      "CommandLineInterfaceTests",
      uses: ["CommandLineInterface", "MatterCrypto", "Onboarding"]),
    tests("MatterSimTests", uses: ["matter-sim"]),
    tests(
      "HostShellTests",
      uses: [
        "HostShell", "TraceFormat", "CoreEngines", "OperatingSystem", "MatterBytes", "CoreSeam",
        "matter-core", "matter-sim", "CoreDriver",
      ]),
    tests(
      "ComposedTests",
      uses: [
        "HostShell", "Words", "TraceFormat", "CoreEngines", "OperatingSystem", "MatterBytes",
        "CoreSeam", "matter-core", "CoreDriver",
      ]),
    tests(
      "TraceFormatTests",
      uses: [
        "Replay", "TraceFormat", "CoreEngines", "SimulatedTraces", "HostShell",
        "OperatingSystem", "MatterBytes", "CoreSeam", "matter-core", "CoreDriver",
      ]),
    tests("WordsTests", uses: ["Words", "TraceFormat", "MatterBytes", "MatterWire", "CoreSeam"]),
    // What tools/wasm has built, and the engines that run it.
    tests(
      "CoreEnginesTests",
      uses: [
        "CoreEngines", "TraceFormat", "OperatingSystem", "HostShell", "MatterBytes",
        "MatterCore", "CoreSeam", "matter-sim", "matter-core-wasmtime", "matter-core",
        "CoreDriver",
      ]),
    // The traces in traces/, replayed and explained; Readers holds the Python side.
    .testTarget(
      name: "ReplayTests",
      dependencies: [
        "Replay", "TraceFormat", "Words", "TraceStory", "CoreEngines", "OperatingSystem",
        "MatterBytes", "MatterWire", "MatterCore", "CoreSeam", "HostShell", "matter-core",
        "matter-core-wasmtime", "CoreDriver", "SimulatedTraces",
      ],
      path: "Tests/ReplayTests", exclude: ["Readers"], swiftSettings: coreSettings),
    tests("MCDCKernelTests", uses: ["MCDCKernel", "CoreDriver"]),
    tests("CoverageReportTests", uses: ["MCDCKernel", "CoverageData", "CoverageReport"]),
    tests("VectorTests", uses: ["MatterBytes", "MatterCrypto"]),
    // Real peers in processes of their own; Peers holds their Python side.
    .testTarget(
      name: "InteropTests", dependencies: ["matter-sim"], path: "Tests/InteropTests",
      exclude: ["Peers"], swiftSettings: strict),
    tests(
      "OracleTests",
      uses: ["ReferencePASE", "MatterBytes", "MatterCrypto", "CoreSeam", "MatterCore"]),
    // What runs here is built beforehand: see tools/test.
    .testTarget(
      name: "WebAssemblyTests", path: "Tests/WebAssemblyTests", swiftSettings: strict),
    // What tools/wasm has built: run it first.
    tests(
      "ComponentTests",
      uses: [
        "SeamGenerator", "ModelAnalysis", "ModelWorkspace", "CoreEngines", "HostShell", "CoreSeam",
        "CoreDriver",
        "MatterBytes", "matter-core",
      ]),
    // What the folders of Sources may import, read from the sources.
    tests("LayerTests", uses: []),
    tests("AADLTests", uses: ["AADL", "CoreDriver"]),
    .testTarget(
      name: "SeamGeneratorTests", dependencies: ["AADL", "SeamGenerator"],
      path: "Tests/SeamGeneratorTests", exclude: ["Golden"], swiftSettings: coreSettings),
    tests("ModelAnalysisTests", uses: ["AADL", "SeamGenerator", "ModelAnalysis"]),
    tests("ModelDiagramTests", uses: ["AADL", "ModelDiagram"]),
    tests(
      "ModelWorkspaceTests",
      uses: ["AADL", "SeamGenerator", "ModelAnalysis", "ModelWorkspace", "matter-sim"]),
  ],
  swiftLanguageModes: [.v6]
)

// Of a copy only the tests of its modules are run, and the traces: nothing else is built. `ONLY`
// asks for the same of targets of one's choice: ONLY=MatterCoreTests swift test.
let only =
  Context.environment["MCDC"].map { _ in
    ["MatterCryptoTests", "MatterWireTests", "MatterCoreTests", "coverage-replay"]
  } ?? Context.environment["ONLY"]?.split(separator: ",").map(String.init)
if let only {
  var open = only
  var kept = Set(open)
  while let name = open.popLast() {
    for case .byNameItem(let used, _) in package.targets.first(where: { $0.name == name })!
      .dependencies
    where kept.insert(used).inserted { open.append(used) }
  }
  package.targets.removeAll { !kept.contains($0.name) }
  package.products.removeAll()
}
