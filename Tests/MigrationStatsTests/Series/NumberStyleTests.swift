import Testing

@testable import MigrationStats

@Suite("How the numbers of a file are written")
struct NumberStyleTests {
  private func error(_ text: String) throws -> TidyingError {
    try #require(throws: TidyingError.self) { try panel(text) }
  }

  private func values(_ panel: Panel) -> [Double] {
    panel.series.flatMap { $0.observations.map(\.value) }
  }

  // MARK: Dots

  @Test(
    "Where every dot may group digits, that it stands before decimals is said to be a guess",
    arguments: [
      "area,year,value\nFrance,2000,1.234\nFrance,2001,12\nSpain,2000,345.000\n",
      "area\t2000\t2001\nFrance\t1.234\t-2.345\nSpain\t3.456\t\n",
    ])
  func dots(text: String) throws {
    let panel = try panel(text)
    #expect(panel.series[0][2000]?.value == 1.234)
    let note = try #require(panel.notes.first)
    #expect(note.text.hasPrefix("the dot in ‘1.234’ is taken as the decimal mark (a guess: pass"))
    #expect(note.text.contains("--thousands-mark dot"))
    #expect(note.position.line == 2)
  }

  @Test(
    "One number that no dot can group settles it",
    arguments: ["0.125", "12.5", "1234.567", "1,234.5", "-0.500", "1.2345"])
  func certain(cell: String) throws {
    let panel = try panel(
      "area,year,value\nFrance,2000,1.234\nFrance,2001,2.345\nSpain,2000,\"\(cell)\"\n")
    #expect(panel.notes.isEmpty)
  }

  @Test("What is told is no guess")
  func told() throws {
    let text = "area,year,value\nFrance,2000,1.234\nFrance,2001,4.000\n"
    let decimals = try panel(text, reading: ReadingOptions(decimalMark: UInt8(ascii: ".")))
    #expect(values(decimals) == [1.234, 4])
    #expect(decimals.notes.isEmpty)
    var options = ReadingOptions()
    options.thousandsMark = .dot
    let grouped = try panel(text, reading: options)
    #expect(values(grouped) == [1234, 4000])
    #expect(grouped.notes.isEmpty)
    options.thousandsMark = .space
    #expect(try panel(text, reading: options).notes.isEmpty)
  }

  @Test("Sums say it too, read in parts or not")
  func sums() throws {
    let text = "area,year,value\nFrance,2000,1.234\nFrance,2001,4.000\n"
    try withFile(text) { path in
      let request = ColumnSums.Request(of: "value", by: ["area"])
      for parts in [try TextParts(.file(path), options: ReadingOptions()), nil] {
        let sums = try ColumnSums(
          parts, .file(path), request, options: ReadingOptions(), threads: 1)
        #expect(sums.notes.contains { $0.text.hasPrefix("the dot in ‘1.234’ is taken") })
      }
    }
  }

  // MARK: Several marks

  @Test(
    "The command with every guess told reads the same, whatever groups digits",
    arguments: [
      "area,year,value\nFrance,2000,1 234\nFrance,2001,1'234\nSpain,2000,1\u{2009}234\n",
      "area,year,value\nFrance,2000,5\nSpain,2000,\"5 000\"\nItaly,2000,\"5,000\"\n",
      "area,year,value\nFrance,2000,\"5,000\"\nSpain,2000,\"6,000\"\n",
      "area,year,value\nFrance,2000,1.234\nSpain,2000,4.000\n",
      "area;year;value\nFrance;2000;1.234,5\nSpain;2000;4 000,25\n",
      "area,year,value\nFrance,2000,\"1,23,456\"\nSpain,2000,\"4,000\"\n",
    ])
  func command(text: String) throws {
    let table = try table(text)
    let found = try table.tidied()
    let command = try #require(Inspection(table).command)
    let words = command.split(separator: " ").map(String.init)
    var options = ReadingOptions()
    for (word, next) in zip(words, words.dropFirst()) {
      switch word {
      case "--decimal-mark": options.decimalMark = next.utf8.first
      case "--thousands-mark": options.thousandsMark = ThousandsMark(rawValue: next)
      default: continue
      }
    }
    let told = try panel(text, reading: options)
    #expect(values(told) == values(found), "\(command)")
    #expect(!told.notes.contains { $0.text.contains("a guess") }, "\(command)")
  }

  // MARK: By twos

  @Test("Digits grouped by twos before the last three are read where one number shows it")
  func twos() throws {
    let panel = try panel(
      "area,2000,2001,2002\nIndia,\"1,23,456\",\"12,34,56,789.5\",\"4,000\"\nNepal,300,\"12,345\",0\n"
    )
    #expect(values(panel) == [123_456, 123_456_789.5, 4000, 300, 12_345, 0])
    let note = try #require(panel.notes.first)
    #expect(
      note.text == "digits are grouped by twos before the last three, as in ‘1,23,456’")
  }

  @Test(
    "Numbers grouped by twos and by threes in one file are refused",
    arguments: ["123,456", "1,234,567"])
  func twosAndThrees(cell: String) throws {
    let found = try error("area,year,value\nIndia,2000,\"1,23,456\"\nNepal,2000,\"\(cell)\"\n")
    expectProblem(
      found, "the digits of ‘1,23,456’ are grouped by twos, those of ‘\(cell)’ by threes", line: 2,
      column: "value", remedy: "Write all numbers one way")
  }

  @Test("A number that no mark makes one has no hint at marks", arguments: ["1,2,3", "12,3456,7"])
  func oddGroups(cell: String) throws {
    let found = try error("area,year,value\nIndia,2000,\"\(cell)\"\nNepal,2000,5\n")
    #expect(found.summary == "‘\(cell)’ is not a number")
    #expect(found.remedy?.contains("Group its digits by threes") == true)
  }

  // MARK: Currencies

  @Test(
    "A sign of a currency beside every value is the unit where none is stated",
    arguments: [
      ("$", "$1,234", "-$5"), ("US$", "US$ 1,234", "US$ -5"), ("€", "1,234 €", "-5 €"),
      ("£", "£1,234", "−£5"),
    ])
  func currency(sign: String, first: String, second: String) throws {
    let panel = try panel(
      "area,year,value\nFrance,2000,\"\(first)\"\nFrance,2001,\(second)\nSpain,2000,..\n")
    #expect(values(panel) == [1234, -5])
    #expect(panel.series[0].unit == Unit(sign))
    #expect(panel.notes.contains { $0.text.hasPrefix("every value has the sign ‘\(sign)’") })
  }

  @Test("A unit that is stated or told stays; a column without a known name is found")
  func statedUnit() throws {
    let stated = try panel(
      "area,year,value,unit\nFrance,2000,$5,thousands\nSpain,2000,$6,thousands\n")
    #expect(stated.series.map(\.unit) == [Unit("thousands"), Unit("thousands")])
    var options = TidyingOptions()
    options.unit = Unit("dollars")
    let text = "area,year,wealth\nFrance,2000,\"$1,234.5\"\nSpain,2000,$6\n"
    #expect(try panel(text, options).series[0].unit == Unit("dollars"))
    #expect(values(try panel(text)) == [1234.5, 6])
  }

  @Test("A comma beside a sign is judged as any other")
  func commaBesideSign() throws {
    let panel = try panel(
      "area,year,value\nFrance,2000,\"€2,345,678\"\nSpain,2000,\"€4,000\"\n")
    #expect(values(panel) == [2_345_678, 4000])
  }

  @Test("Several signs, or a value without one, are refused with a hint that is true")
  func mixedSigns() throws {
    let several = try error("area,year,value\nFrance,2000,$5\nSpain,2000,€6\n")
    expectProblem(
      several, "‘€6’ has the sign ‘€’, but ‘$5’ has the sign ‘$’", line: 3, column: "value",
      remedy: "in a column headed ‘unit’")
    let none = try error("area,year,value\nFrance,2000,$5\nSpain,2000,6\n")
    expectProblem(
      none, "‘6’ has no sign of a currency, but ‘$5’ has the sign ‘$’", line: 3, column: "value",
      remedy: "Write all values with the sign, or none.")
  }
}
