// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "regression",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "MigrationStats", path: "../..")],
  targets: [
    .executableTarget(
      name: "regression",
      dependencies: [.product(name: "MigrationStats", package: "MigrationStats")])
  ],
  swiftLanguageModes: [.v6]
)
