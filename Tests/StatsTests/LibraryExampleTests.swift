import Foundation
import MigrationStats
import Testing

@Suite("The README's lines of Swift")
struct LibraryExampleTests {
  @Test("the growth of the world's stock from a file, through public names alone")
  func example() throws {
    let url = Tool.root.appending(path: "examples/my-download.csv")
    let world = try Table(contentsOf: url).tidied().series(of: "World")
    let growth = try world.growth(.log, over: 1990...2019)
    let rate = try #require(growth.rate?.value)
    #expect(abs(rate - 1.979215530804561) < 1e-13)
    #expect(growth.caveats.map(\.text).isEmpty)

    // What stands in the README is what was run here.
    let readme = try String(contentsOf: Tool.root.appending(path: "README.md"), encoding: .utf8)
    for line in [
      "let world = try Table(contentsOf: url).tidied().series(of: \"World\")",
      "let growth = try world.growth(.log, over: 1990...2019)",
      "print(growth.rate?.value ?? .nan, growth.caveats.map(\\.text))",
    ] {
      #expect(readme.contains(line))
    }
  }
}
