// swift-tools-version: 6.3

import PackageDescription

// With INSTRUMENTED=1 the module is the copy that mcdc has made of it.
let isCopy = Context.environment["INSTRUMENTED"] != nil
let probe = Target.Dependency.product(name: "MCDCProbe", package: "matter-sim")

let package = Package(
  name: "years",
  dependencies: [
    .package(name: "matter-sim", path: "../../..")
  ],
  targets: [
    .target(
      name: "LeapYear", dependencies: isCopy ? [probe] : [],
      path: isCopy ? ".build/mcdc/copy/LeapYear" : "Sources/LeapYear",
      swiftSettings: isCopy ? [.unsafeFlags(["-suppress-warnings"])] : []),
    .executableTarget(
      name: "try-years",
      dependencies: [
        "LeapYear", probe,
        .product(name: "MCDCRecording", package: "matter-sim"),
        .product(name: "CoverageData", package: "matter-sim"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
