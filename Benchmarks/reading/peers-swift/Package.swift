// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "peers-swift",
  platforms: [.macOS(.v26)],
  dependencies: [.package(url: "https://github.com/swiftcsv/SwiftCSV", exact: "0.10.0")],
  targets: [
    .executableTarget(
      name: "swiftcsv", dependencies: [.product(name: "SwiftCSV", package: "SwiftCSV")])
  ],
  swiftLanguageModes: [.v6]
)
