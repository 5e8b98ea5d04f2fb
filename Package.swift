// swift-tools-version: 6.2
import PackageDescription

var features: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// The checks take warnings for errors; a newer compiler's new warnings shall stop nobody else.
if Context.environment["MIGRATIONSTATS_STRICT"] != nil {
  features.append(.treatAllWarnings(as: .error))
}

// On Linux OpenBLAS is loaded when it is first called, and nothing is linked with it; see OpenBLAS.swift.
#if os(macOS)
  let linkedBLAS: String? = "openblas"
#else
  let linkedBLAS: String? = nil
#endif

let package = Package(
  name: "MigrationStats",
  platforms: [.macOS(.v26)],
  products: [
    .library(name: "MigrationStats", targets: ["MigrationStats"]),
    .executable(name: "stats", targets: ["stats"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CBLAS",
      pkgConfig: linkedBLAS,
      providers: [.apt(["libopenblas-dev"]), .brew(["openblas"])]),
    // Markdown as the rest of the world reads it.
    .systemLibrary(
      name: "CCommonMark",
      pkgConfig: "libcmark-gfm",
      providers: [
        .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"]),
      ]),
    // Archives and workbooks as publishers pack them.
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CMinizip", pkgConfig: "minizip",
      providers: [.apt(["libminizip-dev"]), .brew(["minizip"])]),
    .systemLibrary(
      name: "CExpat", pkgConfig: "expat",
      providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
    // Loops compiled for several generations of processors, which Swift cannot do.
    .target(name: "CCells"),
    .target(name: "CVectors"),
    .target(
      name: "MigrationStats",
      dependencies: [
        "CBLAS", "CCells", "CCommonMark", "CExpat", "CMinizip", "CVectors", "CZlib",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: features,
      linkerSettings: [.linkedLibrary("openblas", .when(platforms: [.macOS]))]),
    .executableTarget(
      name: "stats",
      dependencies: [
        "MigrationStats",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: features),
    .testTarget(
      name: "MigrationStatsTests",
      dependencies: ["MigrationStats", "CZlib"],
      exclude: ["Fixtures"],
      swiftSettings: features),
    .testTarget(
      name: "StatsTests",
      dependencies: ["stats", "MigrationStats"],
      exclude: ["Snapshots"],
      swiftSettings: features),
  ],
  swiftLanguageModes: [.v6]
)
