// swift-tools-version: 6.3

import PackageDescription

// The instrumenter reads Swift with the SwiftSyntax of the toolchain, whose folder tools/coverage
// hands to the compiler and the linker.

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "mcdc",
  products: [
    .executable(name: "mcdc", targets: ["mcdc"])
  ],
  dependencies: [
    .package(name: "matter-sim", path: "../..")
  ],
  targets: [
    .target(
      name: "Instrumenter",
      dependencies: [
        .product(name: "MCDCKernel", package: "matter-sim"),
        .product(name: "CoverageData", package: "matter-sim"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "mcdc",
      dependencies: [
        "Instrumenter",
        .product(name: "MCDCKernel", package: "matter-sim"),
        .product(name: "CoverageData", package: "matter-sim"),
        .product(name: "CoverageReport", package: "matter-sim"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "InstrumenterTests",
      dependencies: [
        "Instrumenter",
        .product(name: "MCDCKernel", package: "matter-sim"),
        .product(name: "CoverageData", package: "matter-sim"),
      ],
      exclude: ["Fixtures"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
