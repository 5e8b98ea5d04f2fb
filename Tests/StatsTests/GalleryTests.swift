import Foundation
import Testing

@Suite("The gallery shows what is drawn now")
struct GalleryTests {
  /// A picture's name and what `stats chart` is told for it.
  static let pictures: [(name: String, arguments: [String])] = {
    let list = Tool.root.appending(path: "docs/gallery/charts.txt")
    let text = (try? String(contentsOf: list, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      return (String(parts[0]), parts[1].split(separator: " ").map(String.init))
    }
  }()

  @Test("each picture is what its command draws", arguments: pictures.indices)
  func picture(index: Int) throws {
    let picture = Self.pictures[index]
    let outcome = try Tool.stats(
      ["chart"] + picture.arguments + ["--format", "svg", "--quiet"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    let file = Tool.root.appending(path: "docs/gallery/\(picture.name).svg")
    #expect(
      try String(contentsOf: file, encoding: .utf8) == outcome.output,
      "\(picture.name) is drawn otherwise now: run scripts/gallery and look at it")
  }

  @Test("there is a picture of each type")
  func types() throws {
    #expect(Self.pictures.count >= 12)
    let help = try Tool.stats(["chart", "--help"]).output
    for picture in Self.pictures {
      guard let type = picture.arguments.firstIndex(of: "--type") else { continue }
      #expect(help.contains(picture.arguments[type + 1]))
    }
  }
}
