import Foundation
import Testing

@Suite("Bad input")
struct BadInputTests {
  /// A file, what is done with it, and what is said.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let arguments: [String]
    let code: Int32
    let message: String
    let hint: String

    init(
      _ name: String, _ text: String, _ message: String, hint: String, arguments: [String] = [],
      code: Int32 = 65
    ) {
      self.init(
        name: name, bytes: Array(text.utf8), arguments: arguments, code: code, message: message,
        hint: hint)
    }

    static func binary(
      _ name: String, _ bytes: [UInt8], _ message: String, hint: String
    ) -> Case {
      Case(name: name, bytes: bytes, arguments: [], code: 65, message: message, hint: hint)
    }

    private init(
      name: String, bytes: [UInt8], arguments: [String], code: Int32, message: String, hint: String
    ) {
      self.name = name
      self.bytes = bytes
      self.arguments = arguments
      self.code = code
      self.message = message
      self.hint = hint
    }

    var testDescription: String { name }
  }

  static let good = "area,year,value\nCanada,1990,5\nCanada,2000,7\nCanada,2010,9\n"

  static let latin: [UInt8] =
    Array("area,year,value\nC".utf8) + [0xF4] + Array("te,1990,5\n".utf8)

  static let cases: [Case] = files + contents + requests + rows

  static let files: [Case] = [
    Case("an empty file", "", "bad.csv: the file is empty", hint: "Download it again"),
    Case(
      "a header alone", "area,year,value\n", "bad.csv:1: there is a header and no row",
      hint: "selection"),
    .binary(
      "bytes that are no text", [0, 1, 2, 3, 0, 9, 10, 7, 7], "byte 1 of the file is NUL",
      hint: "Save the table as CSV"),
    Case(
      "a web page", "<!DOCTYPE html><html></html>", "this is a web page (HTML)", hint: "log-in page"
    ),
    .binary(
      "an archive cut off", [0x50, 0x4B, 3, 4, 20, 0],
      "bad.csv: the archive’s directory, which stands at its end, is missing", hint: "cut off"),
    .binary(
      "an old workbook", [0xD0, 0xCF, 0x11, 0xE0, 0xA1],
      "bad.csv: this is an old Excel workbook (.xls)",
      hint: "save it as .xlsx"),
    .binary(
      "a gzip file cut off", [0x1F, 0x8B, 8, 0],
      "bad.csv: the gzip file ends before its content does",
      hint: "download it again"),
    Case("JSON", "{\"a\": 1}", "this is JSON", hint: "CSV instead"),
    .binary(
      "a bad byte in UTF-8",
      Array("area,year,value\nCôte,1990,4\nC".utf8) + [0xF4] + Array("te,1990,5\n".utf8),
      "bad.csv:3: byte 2 of the line (0xF4) is not UTF-8", hint: "--encoding windows-1252"),
  ]

  static let contents: [Case] = [
    Case(
      "no year column", "area,value\nCanada,5\n", "bad.csv:1: there is no column of years",
      hint: "--year-column"),
    Case(
      "no number in the values", "area,year,value\nCanada,1990,..\nCanada,2000,\n",
      "there is not one number in the values", hint: "missing value"),
    Case(
      "a word for a number", "area,year,value\nCanada,1990,5\nCanada,2000,abc\n",
      "bad.csv:3, column ‘value’: ‘abc’ is not a number", hint: "--missing 'abc'"),
    Case(
      "a year that is none", "area,year,value\nCanada,1990,5\nCanada,soon,6\n",
      "bad.csv:3, column ‘year’: ‘soon’ is not a year", hint: "--year-column"),
  ]

  static let requests: [Case] = [
    Case(
      "an area that is not there", good, "there is no area ‘Canda’",
      hint: "Did you mean ‘Canada’?", arguments: ["--area", "Canda"]),
    Case(
      "a key that is not there", good, "there is no further column ‘sex’",
      hint: "chosen with --area", arguments: ["--where", "sex=male"]),
    Case(
      "years before the data", good,
      "no value for 1980; there are values for 1990, 2000, 2010",
      hint: "--years 1990-2010", arguments: ["--years", "1980-2000"]),
    Case(
      "years after the data", good, "no value for 2030",
      hint: "--years 1990-2010", arguments: ["--years", "1990-2030"]),
    Case(
      "years between two values", good,
      "there is no value from 1991 to 1999", hint: "--interpolate",
      arguments: ["--years", "1991-1999"]),
    Case(
      "one value", "area,year,value\nCanada,1990,5\n",
      "there is one value (1990); growth needs two", hint: "second year"),
    Case(
      "years that run backwards", good, "write it as 1990-2000",
      hint: "--help", arguments: ["--years", "2000-1990"], code: 64),
    Case(
      "the same year twice", good, "growth needs two years",
      hint: "--help", arguments: ["--years", "2000-2000"], code: 64),
    Case(
      "a span that is none", good, "‘90s’ is not a span of years",
      hint: "--help", arguments: ["--years", "90s"], code: 64),
    Case(
      "an unknown definition", good, "'least-squares'",
      hint: "--help", arguments: ["--definition", "geometric"], code: 64),
    Case(
      "an unknown format", good, "'markdown'", hint: "--help", arguments: ["--format", "xml"],
      code: 64),
    Case(
      "an impossible level", good, "between 0 and 1", hint: "--help", arguments: ["--level", "95"],
      code: 64),
  ]

  static let rows: [Case] = [
    Case(
      "a start of zero for the log rate", "area,year,value\nCanada,1990,0\nCanada,2000,6\n",
      "bad.csv:2: Canada: the value of 1990 is zero", hint: "other years",
      arguments: ["--definition", "log"]),
    Case(
      "a negative start for the compound rate", "area,year,value\nCanada,1990,-2\nCanada,2000,6\n",
      "the value of 1990 is negative (-2)", hint: "other years",
      arguments: ["--definition", "compound"]),
    Case(
      "least squares over a gappy span", good,
      "18 of the 21 years from 1990 to 2010 have no value", hint: "--definition log",
      arguments: ["--definition", "least-squares"]),
    Case(
      "a key twice", "area,year,value\nCanada,1990,5\nCanada,1990,6\n",
      "bad.csv:3, column ‘value’: Canada has a second value for 1990; the first is on line 2",
      hint: "--key-column"),
    Case(
      "a row too short", "area,year,value\nCanada,1990\nCanada,2000,6\n",
      "bad.csv:2: the row has 2 cells where the header has 3", hint: "cut off"),
    Case(
      "a row too long", "area,year,value\nCanada,1990,5,6\nCanada,2000,6\n",
      "bad.csv:2: the row has 4 cells where the header has 3", hint: "not quoted"),
    Case(
      "a last row cut off", "area,year,value\nCanada,1990,5\nCanada,2000,7\nCanada,2010,9\nMexi",
      "bad.csv:5: the row ends after ‘Mexi’",
      hint: "download it again"),
    Case(
      "an open quote", "area,year,value\n\"Canada,1990,5\nCanada,2000,6\n",
      "bad.csv:2: a quote opens a cell here and is never closed", hint: "double it"),
    Case(
      "a quote closed too early", "area,year,value\n\"Can\"ada,1990,5\n",
      "bad.csv:2: text follows a closing quote", hint: "Double a quote"),
    Case(
      "a decimal mark that may be a thousands mark", "Area;1990;2000\nCanada;1.234;2.345\n",
      "bad.csv:2, column ‘1990’: ‘1.234’ may have a decimal mark or a thousands mark",
      hint: "--decimal-mark"),
    Case(
      "two columns of one year", "area,1990,2000,1990\nCanada,1,2,3\n",
      "bad.csv:1, column ‘1990’: two columns are headed 1990", hint: "two levels"),
    Case(
      "no header", "1990,5\n1991,6\n", "holds the number ‘5’: it is no header",
      hint: "names of the columns"),
    Case(
      "a multiplier that is none", "area,year,value,UNIT_MULT\nCanada,1990,5,x\nCanada,2000,6,3\n",
      "bad.csv:2, column ‘UNIT_MULT’", hint: "powers of ten"),
    Case(
      "a number in brackets", "area,year,value\nCanada,1990,(5)\nCanada,2000,6\n",
      "bad.csv:2, column ‘value’: ‘(5)’ may be a negative number", hint: "--brackets negative"),
    Case(
      "a number that letters may multiply", "area,year,value\nCanada,1990,1.2m\nCanada,2000,6\n",
      "‘1.2m’ is not a number alone: ‘m’ may be a flag, or multiply it",
      hint: "Write the number out"),
    Case(
      "per cent beside plain numbers", "area,year,value\nCanada,1990,5 %\nCanada,2000,6\n",
      "bad.csv:3, column ‘value’: the value has no sign for per cent", hint: "line 2"),
  ]

  @Test("one error, with its place and its remedy, and no partial result", arguments: cases)
  func refused(_ bad: Case) throws {
    let scratch = try Scratch()
    try scratch.write("bad.csv", bad.bytes)
    let outcome = try Tool.stats(["growth", "bad.csv"] + bad.arguments, in: scratch.folder)
    #expect(outcome.code == bad.code)
    #expect(outcome.output.isEmpty)
    #expect(outcome.remarks.first?.hasPrefix("Error: ") == true)
    #expect(outcome.errors.contains(bad.message), "\(outcome.errors)")
    #expect(outcome.errors.contains(bad.hint), "\(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count { $0.hasPrefix("Error:") } == 1)
  }

  @Test("among all definitions a start of zero leaves the rate absent, with the reason")
  func zeroAmongAll() throws {
    let scratch = try Scratch()
    try scratch.write("zero.csv", "area,year,value\nCanada,1990,0\nCanada,2000,6\n".utf8)
    let outcome = try Tool.stats(["growth", "zero.csv", "--format", "json"], in: scratch.folder)
    #expect(outcome.code == 0)
    #expect(
      outcome.output.contains(
        "\"change\": 6, \"change_percent\": null, \"definition\": \"log\", \"rate_percent\": null"))
    #expect(outcome.output.contains("\"kind\": \"not-positive\""))
  }

  @Test("no such file, with names that are near")
  func notFound() throws {
    let scratch = try Scratch()
    try scratch.write("remittances.csv", Self.good.utf8)
    let near = try Tool.stats(["growth", "remitances.csv"], in: scratch.folder)
    #expect(near.code == 66)
    #expect(near.errors.contains("‘remittances.csv’"))
    let path = try Tool.stats(["growth", "./remitances.csv"], in: scratch.folder)
    #expect(path.code == 66)
    #expect(path.errors.contains("Did you mean ‘remittances.csv’?"))
    let dataset = try Tool.stats(["growth", "comunique-2009"], in: scratch.folder)
    #expect(dataset.code == 66)
    #expect(dataset.errors.contains("Did you mean ‘communique-2009’?"))
    #expect(try Tool.stats(["datasets", "refugee"]).code == 66)
  }

  @Test("a directory, and a file that may not be read")
  func unreadable() throws {
    let scratch = try Scratch()
    let folder = try Tool.stats(["growth", "."], in: scratch.folder)
    #expect(folder.code == 65)
    #expect(folder.errors.contains(".: is a directory, not a file"))
    // Root may read everything; what nobody may read is a process's own memory.
    let memory = try Tool.stats(["growth", "/proc/self/mem"], in: scratch.folder)
    #expect(memory.code == 65)
    #expect(memory.errors.contains("could not be read"))
  }

  @Test("a list of the catalogue is no series")
  func list() throws {
    let outcome = try Tool.stats(["growth", "commonwealth"])
    #expect(outcome.code == 65)
    #expect(outcome.errors.contains("stats datasets commonwealth"))
  }

  @Test("two vintages in one rate")
  func mixedVintages() throws {
    let outcome = try Tool.shell(
      "stats growth world-migrant-stock --vintage un-2013 --vintage wb-gbmd --years 2000-2013")
    #expect(outcome.code == 65)
    #expect(outcome.errors.contains("2000 in vintage ‘wb-gbmd’ and 2013 in vintage ‘un-2013’"))
  }

  @Test("a catalogue that is not there")
  func noCatalogue() throws {
    let scratch = try Scratch()
    let told = try Tool.stats(["datasets", "--catalog", scratch.folder.path()])
    #expect(told.code == 66)
    #expect(told.errors.contains("there are no data sets"))
    let variable = try Tool.stats(
      ["datasets"], environment: ["MIGRATIONSTATS_CATALOG": scratch.folder.path()])
    #expect(variable.code == 66)
  }
}
