// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "reading",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "MigrationStats", path: "../..")],
  targets: [
    .executableTarget(
      name: "typed",
      dependencies: [.product(name: "MigrationStats", package: "MigrationStats")])
  ],
  swiftLanguageModes: [.v6]
)
