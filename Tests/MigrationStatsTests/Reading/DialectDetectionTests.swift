import Testing

@testable import MigrationStats

@Suite("Finding the delimiter")
struct DialectDetectionTests {
  @Test("Each of the four delimiters is found", arguments: [",", ";", "\t", "|"])
  func four(delimiter: String) throws {
    let rows = [["area", "year", "value"], ["World", "1990", "5"], ["Africa", "1990", "2"]]
    let table = try table(
      rows.map { $0.joined(separator: delimiter) }.joined(separator: "\n") + "\n")
    #expect(table.dialect.delimiter == delimiter.utf8.first)
    #expect(table.header == rows[0])
    #expect(table.cells == Array(rows[1...]))
  }

  @Test("Delimiters inside quotes do not count")
  func quoted() throws {
    let table = try table("area;year\n\"a,b,c\";1990\n\"d,e,f\";1995\n")
    #expect(table.dialect.delimiter == UInt8(ascii: ";"))
    #expect(table.text(0, 0) == "a,b,c")
  }

  @Test("Decimal commas in a file with semicolons do not win")
  func decimalCommas() throws {
    let table = try table("Land;1990;1995\nWorld;1,5;2,5\nAfrica;3,5;4,5\n")
    #expect(table.dialect.delimiter == UInt8(ascii: ";"))
    let semicolon = try #require(table.evidence.first { $0.delimiter == UInt8(ascii: ";") })
    #expect(semicolon.width == 3)
    #expect(semicolon.agreeing == 3)
    #expect(semicolon.records == 3)
    #expect(semicolon.share == 1)
  }

  @Test("A tie goes to the wider table")
  func tie() throws {
    let table = try table("area;year;a,b\nWorld;1990;c,d\n")
    #expect(table.dialect.delimiter == UInt8(ascii: ";"))
  }

  @Test("What is told is not tried")
  func told() throws {
    let options = ReadingOptions(delimiter: UInt8(ascii: ","))
    let table = try table("area;x,year\nWorld;y,1990\n", options: options)
    #expect(table.header == ["area;x", "year"])
    #expect(table.evidence.isEmpty)
  }

  @Test("The head of a long file is enough, though it ends within a record")
  func longFile() throws {
    var text = "area;year;value\n"
    for row in 0..<6000 { text += "Area \(row);1990;\(row),5\n" }
    let table = try table(text)
    #expect(text.utf8.count > 64 * 1024)
    #expect(table.dialect.delimiter == UInt8(ascii: ";"))
    #expect(table.rowCount == 6000)
    let evidence = try #require(table.evidence.first { $0.delimiter == UInt8(ascii: ";") })
    #expect(evidence.agreeing == evidence.records)
    #expect(evidence.records < 6000)
  }

  @Test("An unclosed quote does not keep the delimiter from being found")
  func unclosed() {
    let bytes = Array("area;year\n\"World;1990\n".utf8)
    #expect(Dialect.detected(in: bytes[...]).dialect.delimiter == UInt8(ascii: ";"))
  }

  @Test("One column has a comma for want of evidence")
  func oneColumn() {
    let (dialect, evidence) = Dialect.detected(in: Array("a\nb\n".utf8)[...])
    #expect(dialect == Dialect())
    #expect(evidence.count == 4)
    #expect(evidence.allSatisfy { $0.width == 1 })
  }

  @Test(
    "Delimiters have names",
    arguments: [
      (",", "comma"), (";", "semicolon"), ("\t", "tab"), ("|", "vertical bar"), ("~", "‘~’"),
    ])
  func names(delimiter: String, name: String) throws {
    let byte = try #require(delimiter.utf8.first)
    #expect(Dialect(delimiter: byte).delimiterName == name)
  }
}
