import Testing

@testable import MigrationStats

extension Records {
  /// The text of every cell.
  var cells: [[String]] {
    indices.map { record in
      (0..<width(of: record)).map { String(decoding: text[range(record, $0)], as: UTF8.self) }
    }
  }

  /// The line on which every record begins.
  var beginnings: [Int] { indices.map { line(of: $0) } }
}

@Suite("Delimited text to records")
struct CSVParserTests {
  private func parsed(_ text: String, lenient: Bool = false) -> (Records, CSVParser.Fault?) {
    var parser = CSVParser(dialect: Dialect())
    parser.consume(Array(text.utf8)[...])
    let records = parser.finished(lenient: lenient)
    return (records, parser.fault)
  }

  @Test(
    "Cells and records",
    arguments: [
      ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
      ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
      ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
      ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
      ("a\nb\r\nc\rd", [["a"], ["b"], ["c"], ["d"]]),
      ("a,,\n,\n", [["a", "", ""], ["", ""]]),
      ("a,", [["a", ""]]),
      ("\n\na\n", [[""], [""], ["a"]]),
      ("\r\r", [[""], [""]]),
      ("", []),
      ("\"a,b\",c\n", [["a,b", "c"]]),
      ("\"a\nb\",c\n", [["a\nb", "c"]]),
      ("\"a\r\nb\rc\",d\r\n", [["a\nb\nc", "d"]]),
      ("\"say \"\"no\"\"\",x\n", [["say \"no\"", "x"]]),
      ("\"\"\"\"\n", [["\""]]),
      ("\"\",\"\"\n", [["", ""]]),
      ("\"\"", [[""]]),
      ("a\"b,c\"\n", [["a\"b", "c\""]]),
      (" \"a\",b\n", [[" \"a\"", "b"]]),
      ("\"a\" ,b\n", [["a", "b"]]),
      ("\"a\"\t\r\nb", [["a"], ["b"]]),
    ] as [(String, [[String]])])
  func cells(text: String, expected: [[String]]) {
    let (records, fault) = parsed(text)
    #expect(records.cells == expected)
    #expect(fault == nil)
  }

  @Test("A record knows its line, whatever line breaks stand in cells before it")
  func lines() {
    let (records, _) = parsed("a,b\n\"c\nd\r\ne\",f\ng,h\r\r\ni,j\n")
    #expect(records.beginnings == [1, 2, 5, 6, 7])
  }

  @Test("A cell knows its line, counting the line breaks in the cells before it")
  func cellLines() {
    let (records, _) = parsed("x,y,z\n\"a\nb\",\"c\r\nd\",e\n")
    #expect((0..<3).map { records.line(of: 1, cell: $0) } == [2, 3, 4])
    // A cell that the record does not have stands where the record begins.
    #expect(records.line(of: 1, cell: 7) == 2)
    #expect(records.range(1, 7).isEmpty)
  }

  @Test("A quote that is never closed is told by the line that it opens on")
  func neverClosed() {
    let (records, fault) = parsed("a,b\nc,\"d\ne,f\n")
    #expect(fault?.neverClosed == true)
    #expect(fault?.openedOn == 2)
    #expect(records.cells == [["a", "b"], ["c", "d\ne,f\n"]])
    #expect(parsed("a,b\nc,\"d\ne,f\n", lenient: true).1 == nil)
  }

  @Test("Text after a closing quote is told by its line and by where the cell was opened")
  func textAfterQuote() {
    let (_, fault) = parsed("a,b\n\"c\nd\"e,f\n")
    #expect(fault?.neverClosed == false)
    #expect(fault?.openedOn == 2)
    #expect(fault?.line == 3)
  }

  @Test("The first fault counts")
  func firstFault() {
    let (_, fault) = parsed("\"a\"x,b\n\"c\"y,d\n")
    #expect(fault?.line == 1)
  }

  @Test("A second quoted text in one cell is a fault too")
  func secondQuotedText() {
    let (_, fault) = parsed("\"a\" \"b\",c\n")
    #expect(fault != nil)
  }

  @Test("Records count their filled cells")
  func filled() {
    let (records, _) = parsed("a, ,b\n ,\t\n\n")
    #expect(records.indices.map { records.filledCells(of: $0) } == [2, 0, 0])
    #expect(records.filledCells(of: 0, upTo: 1) == 1)
    #expect(records.indices.map { records.isBlank($0) } == [false, true, true])
  }

  @Test("The last record can be taken back")
  func removeLast() {
    var (records, _) = parsed("a,b\nc,d\n")
    records.removeLast()
    #expect(records.cells == [["a", "b"]])
    #expect(records.text == Array("ab".utf8))
    records.removeLast()
    #expect(records.cells.isEmpty)
    #expect(records.text.isEmpty)
  }
}
