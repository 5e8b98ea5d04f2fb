import Testing

@testable import MigrationStats

@Suite("A report as CSV, JSON and Markdown")
struct ReportWritersTests {
  private func report(_ columns: [Report.Column], _ rows: [[Report.Cell]]) -> Report {
    Report(columns: columns, rows: rows)
  }

  private let awkward = [
    "plain", "comma, inside", "say \"no\"", "two\nlines", "carriage\rreturn", " edges ", "",
    "back\\slash", "tab\there", "ünïcödé – ‘quotes’", "\u{1}\u{1F}\u{7F}", "🧭", "a|b*c_d`e<f>[g]",
  ]

  // MARK: CSV

  @Test(
    "CSV quotes what has to be quoted, and nothing else",
    arguments: [
      ("plain", "plain"), ("comma, inside", "\"comma, inside\""),
      ("say \"no\"", "\"say \"\"no\"\"\""),
      ("two\nlines", "\"two\nlines\""), ("carriage\rreturn", "\"carriage\rreturn\""),
      ("both\r\nends", "\"both\r\nends\""), (" edge", "\" edge\""), ("edge\t", "\"edge\t\""),
      ("semi;colon", "semi;colon"), ("inner space", "inner space"), ("", ""),
    ])
  func csvQuoting(text: String, quoted: String) {
    let csv = report(
      [Report.Column("a", .detail), Report.Column("b", .detail)], [[.text(text), .integer(1)]])
    #expect(csv.text(.csv) == "a,b\n\(quoted),1\n")
  }

  @Test("CSV has every digit, nothing for what is absent, and caveats in one cell")
  func csvCells() {
    let caveats = [Caveat("break", year: 1990, "Borders, moved."), Caveat("bound", "Over.")]
    let csv = report(
      [
        Report.Column("number", .detail, decimals: 1), Report.Column("year", .detail),
        Report.Column("none", .detail), Report.Column("caveats", .notes),
      ],
      [[.number(1.0 / 3), .integer(1990), .absent, .caveats(caveats)]])
    #expect(
      csv.text(.csv) == """
        number,year,none,caveats
        0.3333333333333333,1990,,"break (1990): Borders, moved. | bound: Over."

        """)
  }

  @Test("What CSV says is read back as it was")
  func csvReadBack() {
    let csv = report(
      [Report.Column("head, \"er\"", .detail), Report.Column("b", .detail)],
      awkward.map { [.text($0), .text("x")] })
    var parser = CSVParser(dialect: Dialect())
    parser.consume(Array(csv.text(.csv).utf8)[...])
    let rows = parser.finished().cells
    #expect(parser.fault == nil)
    #expect(rows[0] == ["head, \"er\"", "b"])
    // Inside quotes every line break is kept as a line feed.
    #expect(rows[1...].map { $0[0] } == awkward.map { $0.replacing("\r", with: "\n") })
  }

  // MARK: JSON

  @Test("JSON is an array of objects, with null for what is absent or not finite")
  func json() throws {
    let text = report(
      [
        Report.Column("area", .identity), Report.Column("year", .detail),
        Report.Column("value", .detail), Report.Column("caveats", .notes),
      ],
      [
        [
          .text("Canada"), .integer(1990), .number(0.1),
          .caveats([Caveat("break", year: 1990, "B")]),
        ],
        [.absent, .absent, .number(.nan), .caveats([Caveat("bound", "\"O\"")])],
        [.text("x"), .integer(-5), .number(-.infinity), .caveats([])],
      ]
    ).text(.json)
    #expect(
      text == """
        [
          {"area": "Canada", "year": 1990, "value": 0.1, \
        "caveats": [{"kind": "break", "year": 1990, "text": "B"}]},
          {"area": null, "year": null, "value": null, \
        "caveats": [{"kind": "bound", "year": null, "text": "\\"O\\""}]},
          {"area": "x", "year": -5, "value": null, "caveats": []}
        ]

        """)
    let rows = try #require(try JSONValue(text).array)
    #expect(rows.count == 3)
    #expect(rows[1]["area"] == .null)
    #expect(rows[0]["caveats"]?.array?.first?["kind"]?.string == "break")
  }

  @Test("No rows are an empty array")
  func emptyJSON() throws {
    let text = report([Report.Column("a", .detail)], []).text(.json)
    #expect(try JSONValue(text) == .array([]))
    #expect(text == "[]\n")
  }

  @Test("What JSON says is read back as it was, control characters too")
  func jsonReadBack() throws {
    let text = report([Report.Column("te\"xt", .detail)], awkward.map { [.text($0)] }).text(.json)
    let rows = try #require(try JSONValue(text).array)
    #expect(rows.compactMap { $0["te\"xt"]?.string } == awkward)
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test(
    "Numbers in JSON keep every digit", arguments: [0.1, 1e21, 1e-7, 123_456_789_012_345_680, -0.0])
  func jsonNumbers(value: Double) throws {
    let text = report([Report.Column("v", .detail)], [[.number(value)]]).text(.json)
    #expect(try JSONValue(text).array?.first?["v"]?.number == value)
  }

  // MARK: Markdown

  @Test("Markdown escapes what would mean something, and joins lines")
  func markdown() {
    let text = report(
      [Report.Column("te|xt", .detail), Report.Column("value", .detail)],
      [[.text("a|b\\c*d_e`f<g[h]"), .number(1.5)], [.text("two\nlines"), .number(-2)]]
    ).text(.markdown)
    #expect(
      text == """
        | te\\|xt | value |
        | --- | ---: |
        | a\\|b\\\\c\\*d\\_e\\`f\\<g\\[h\\] | 1.5 |
        | two lines | -2 |

        """)
  }

  @Test("A text of a row without a result is not lost")
  func rowWithoutResult() {
    let text = report(
      [Report.Column("word", .detail), Report.Column("value", .detail)],
      [[.text("first"), .number(1.5)], [.text("second"), .absent]]
    ).text(.markdown)
    #expect(text.contains("second"))
  }

  @Test("Markdown says above the table what all rows share, and lists caveats below it")
  func markdownShared() {
    let both = Caveat("coverage", "Mandate only.")
    let one = Caveat("bound", year: 2008, "A bound.")
    let text = report(
      [
        Report.Column("area", .identity), Report.Column("year", .detail, isGrouped: false),
        Report.Column("value", .detail), Report.Column("caveats", .notes),
      ],
      [
        [.text("World"), .integer(1990), .number(1234.5), .caveats([both])],
        [.text("World"), .integer(2008), .number(2345.6), .caveats([one, both])],
      ]
    ).text(.markdown)
    #expect(
      text == """
        **World**

        | year | value | notes |
        | ---: | ---: | --- |
        | 1990 | 1,234.5 |  |
        | 2008 | 2,345.6 | 2 |

        Caveats (the first one for every row):

        1. coverage: Mandate only.
        2. bound 2008: A bound.

        """)
  }

  @Test("Every line of a Markdown table has as many cells as its heading")
  func markdownCells() throws {
    let growths = try Held.communique().growth(Panel.GrowthRequest())
    let lines = Report(growths, keyNames: []).text(.markdown).split(separator: "\n")
      .filter { $0.hasPrefix("|") }
    let counts = lines.map { line in
      line.replacing("\\|", with: "").count { $0 == "|" }
    }
    #expect(lines.count == growths.count + 2)
    #expect(Set(counts).count == 1)
  }
}
