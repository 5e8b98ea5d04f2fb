// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "growth",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "MigrationStats", path: "../..")],
  targets: [
    .executableTarget(
      name: "growth", dependencies: [.product(name: "MigrationStats", package: "MigrationStats")])
  ]
)
