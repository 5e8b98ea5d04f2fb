import Foundation
import Testing

@Suite("stats inspect, tidy, describe and datasets")
struct OtherCommandTests {
  @Test(
    "print what is kept",
    arguments: [
      ("inspect", "inspect my-download.csv"),
      ("inspect-workbook", "inspect my-workbook.xlsx"),
      ("inspect-input", "inspect - < my-workbook.xlsx"),
      ("tidy", "tidy my-download.csv"),
      ("tidy-workbook", "tidy my-workbook.xlsx --sheet 'Table 1' --area Canada -q"),
      ("tidy-json", "tidy my.csv --format json"),
      ("tidy-vintage", "tidy world-migrant-stock --vintage un-2019 --format table"),
      ("describe", "describe migrant-stock --where sex=female --area Canada --area Sudan"),
      ("datasets", "datasets"),
      ("dataset", "datasets remittances-received"),
      ("list", "datasets commonwealth"),
    ])
  func snapshot(name: String, line: String) throws {
    let outcome = try Tool.shell("stats \(line)")
    #expect(outcome.code == 0)
    #expect(outcome.remarks.isEmpty)
    try expectSnapshot(outcome.output, name)
  }

  @Test("every data set of series is described, every list shown")
  func catalogue() throws {
    let ids = try FileManager.default.contentsOfDirectory(
      atPath: Tool.root.appending(path: "datasets").path())
    #expect(ids.count == 10)
    for id in ids {
      #expect(try Tool.stats(["datasets", id]).code == 0, "\(id)")
      let isList = ["commonwealth", "former-states"].contains(id)
      #expect(try Tool.stats(["describe", id, "-q"]).code == (isList ? 65 : 0), "\(id)")
    }
  }

  @Test("an installed program finds the data sets beside it, a lone one says that it does not")
  func installed() throws {
    let scratch = try Scratch()
    let (bin, share) = (scratch.file("bin"), scratch.file("share/migrationstats"))
    for folder in [bin, share] {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    try FileManager.default.copyItem(
      atPath: try Tool.path, toPath: bin.appending(path: "stats").path())
    // A folder of somebody else's data sets above the program is not ours.
    let foreign = scratch.file("datasets/theirs")
    try FileManager.default.createDirectory(at: foreign, withIntermediateDirectories: true)
    try Data("{}".utf8).write(to: foreign.appending(path: "datapackage.json"))
    let lone = try Tool.shell("\(bin.path())/stats datasets", in: scratch.folder)
    #expect(lone.code == 66)
    #expect(lone.errors.contains("--catalog FOLDER or MIGRATIONSTATS_CATALOG"))
    try FileManager.default.copyItem(
      at: Tool.root.appending(path: "datasets"), to: share.appending(path: "datasets"))
    let installed = try Tool.shell("\(bin.path())/stats datasets", in: scratch.folder)
    #expect(installed.code == 0)
    #expect(installed.output.contains("communique-2009"))
  }

  @Test("what tidy writes, tidy reads back the same")
  func roundTrip() throws {
    let scratch = try Scratch()
    let once = try Tool.shell("stats tidy my-download.csv -o \(scratch.file("once.csv").path())")
    #expect(once.code == 0)
    #expect(once.output.isEmpty)
    let twice = try Tool.stats(["tidy", scratch.file("once.csv").path()])
    #expect(
      twice.output
        == String(decoding: try Data(contentsOf: scratch.file("once.csv")), as: UTF8.self))
  }
}
