import Foundation
import Testing

@Suite("stats inspect, its findings and its command")
struct InspectCommandTests {
  private static let files = [
    (
      "wide.csv",
      "Country Name,Country Code,Indicator Name,1990,1995\nCanada,CAN,Migrant stock,5,6\nWorld,WLD,Migrant stock,7,8\n"
    ),
    (
      "long.csv",
      "wo;wann;wer;wieviel\nCanada;1990;a;1.234,5\nCanada;1990;b;2,5\nCôte d'Ivoire;1990;a;7,25\n"
    ),
    ("flags.csv", "area,1990,1995\nCanada,5 b,6\nFrance,-,7 p\nItaly,..,8\n"),
    (
      "spans.csv",
      "Destination,1990-1995_(mf),1990-1995_(m),1990-1995_(f)\nWORLD,1,2,3\nCanada,4,5,..\n"
    ),
    (
      "tags.csv",
      "ISO3,When,Stock,New\n#country+code,#date+year,#affected+ind,#affected+ind\nAFG,2013,5,6\n"
    ),
    (
      "matrix.csv",
      "Year,Area,Code,Origin,,\n,,,Albania,France,Total\n1990,Canada,124,1,2,3\n1995,Canada,124,2,3,5\n"
    ),
    ("quoted's.csv", "area,year,value\n\"Bahamas, The\",1990,5\n"),
  ]

  @Test("The command in it, run by a shell, gives the bytes that tidying gives", arguments: files)
  func command(name: String, text: String) throws {
    let scratch = try Scratch()
    try scratch.write(name, Array(text.utf8))
    let tidied = try Tool.stats(["tidy", name], in: scratch.folder)
    #expect(tidied.code == 0)
    let inspected = try Tool.stats(["inspect", name], in: scratch.folder)
    #expect(inspected.code == 0)
    let parts = inspected.output.components(separatedBy: "With every guess told:\n\n")
    try #require(parts.count == 2)
    let told = try Tool.shell(parts[1], in: scratch.folder)
    #expect(told.code == 0, "\(told.errors)")
    #expect(told.output == tidied.output)
    // No unit, column or mark that can be told is guessed any more.
    let guesses = told.remarks.filter { $0.contains("told with --") }
    #expect(guesses.isEmpty, "\(guesses)")
  }

  @Test("A figure of a sheet that was told says so")
  func sheet() throws {
    let arguments = [
      "-a", "Canada", "--where", "sex=both", "--years", "2019", "--of", "level", "-q",
    ]
    let cited = try Tool.stats(
      ["cite", "my-workbook.xlsx", "--sheet", "Table 1"] + arguments)
    #expect(cited.code == 0, "\(cited.errors)")
    #expect(cited.output.contains("read with --sheet 'Table 1'"))
    let plain = try Tool.stats(["cite", "my-workbook.xlsx"] + arguments)
    #expect(plain.code == 0)
    #expect(!plain.output.contains("--sheet"))
  }

  @Test("--strict makes what is odd an exit code")
  func strict() throws {
    let scratch = try Scratch()
    let files = [
      ("even.csv", "area,year,value\nCanada,1990,5\n", Int32(0)),
      ("twice.csv", "area,year,value\nCanada,1990,5\nCanada,1990,5\n", 1),
      (
        "sums.csv",
        "area,sex,year,value\nCanada,both,1990,100\nCanada,male,1990,9\nCanada,female,1990,9\n", 1
      ),
    ]
    for (name, text, code) in files {
      try scratch.write(name, Array(text.utf8))
      #expect(try Tool.stats(["inspect", name], in: scratch.folder).code == 0)
      let strict = try Tool.stats(["inspect", name, "--strict"], in: scratch.folder)
      #expect(strict.code == code, "\(name)")
      #expect(strict.output.contains("oddity") || strict.output.contains("not tidied") || code == 0)
    }
  }
}
