import Testing

@testable import MigrationStats

@Suite("A report for a terminal of 80 columns")
struct ReportTableTests {
  private func expectNarrow(_ report: Report, sourceLocation: SourceLocation = #_sourceLocation) {
    let lines = report.text(.table).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count > 2, sourceLocation: sourceLocation)
    let wide = lines.filter { $0.count > 80 }
    #expect(wide.isEmpty, "\(wide.prefix(3))", sourceLocation: sourceLocation)
    let trailing = lines.filter { $0.last == " " }
    #expect(trailing.isEmpty, "\(trailing.prefix(3))", sourceLocation: sourceLocation)
  }

  private func growth(
    _ panel: Panel, areas: [String] = [], years: ClosedRange<Int>? = nil
  ) throws -> Report {
    let chosen = try panel.selecting(areas: areas)
    return Report(
      try chosen.growth(Panel.GrowthRequest(years: years)), keyNames: chosen.keyNames)
  }

  // MARK: Width

  @Test("Growth of the claim")
  func communique() throws {
    var report = try growth(Held.communique(), years: 1980...2008)
    expectNarrow(report)
    report.explanation = Growth.explanation(of: try Held.communique().growth(Panel.GrowthRequest()))
    expectNarrow(report)
  }

  @Test("Growth by vintage, of which some have no result")
  func vintages() throws {
    expectNarrow(try growth(Held.worldMigrantStock(), years: 1990...2015))
    expectNarrow(try growth(Held.worldMigrantStock(), years: 1980...2008))
  }

  @Test("Growth of many areas with keys")
  func manyAreas() throws {
    let stocks = try Held.migrantStock()
    expectNarrow(
      try growth(stocks.with(series: Array(stocks.series.prefix(60))), years: 1990...2019))
    expectNarrow(
      try growth(stocks, areas: ["Canada", "United Kingdom", "BES"], years: 1990...2019))
  }

  @Test("Many numbered caveats beside names that cannot give way")
  func manyCaveats() {
    let names = ["Micronesia (Federated States of)", "Saint Pierre and Miquelon, French Republic"]
    let rows = (0..<120).map { row -> [Report.Cell] in
      let caveats = (0..<4).map { Caveat("territory", "Note \(row), \($0).") }
      // Every other caveat only, so that their numbers make no runs.
      let listed = row.isMultiple(of: 2) ? caveats : [caveats[0], caveats[2]]
      return [
        .text(names[row % 2]), .text(row.isMultiple(of: 3) ? "female" : "male"),
        .text(row < 60 ? "published" : "matched"),
        .text(row.isMultiple(of: 5) ? "least-squares" : "compound"), .number(Double(row)),
        .caveats(Array(listed.reversed()) + (row > 1 ? [Caveat("territory", "Note 1, 0.")] : [])),
      ]
    }
    let report = Report(
      columns: [
        Report.Column("area", .identity), Report.Column("sex", .identity),
        Report.Column("basis", .identity), Report.Column("definition", .detail),
        Report.Column("% a year", .detail, decimals: 3), Report.Column("caveats", .notes),
      ], rows: rows)
    let wide = report.text(.table).split(separator: "\n").filter { $0.count > 80 }
    #expect(wide.isEmpty)
  }

  @Test("Growth of amounts in the billions")
  func amounts() throws {
    expectNarrow(try growth(Held.remittances(), areas: ["World", "India"], years: 1990...2023))
  }

  @Test("Descriptions of many series")
  func descriptions() throws {
    for panel in [try Held.migrantStock(), try Held.remittances(), try Held.communique()] {
      let series = panel.series.prefix(90)
      expectNarrow(Report(series.map { $0.described() }, keyNames: panel.keyNames))
    }
  }

  @Test("The series in long form")
  func tidy() throws {
    expectNarrow(Report(tidy: try Held.migrantStock().selecting(areas: ["Canada", "BES"])))
    expectNarrow(Report(tidy: try Held.worldMigrantStock()))
  }

  @Test("The list of data sets")
  func datasets() throws {
    let catalog = try catalog()
    expectNarrow(Report(try catalog.ids.map { try catalog.dataset($0) }))
  }

  @Test("Long names are cut with an ellipsis")
  func longNames() throws {
    let report = Report(
      columns: [Report.Column("area", .identity), Report.Column("value", .detail)],
      rows: [
        [.text("Micronesia (Federated States of)"), .integer(1)], [.text("Canada"), .integer(22)],
      ])
    #expect(
      report.text(.table) == """
        area                    value
        Micronesia (Federated…      1
        Canada                     22

        """)
  }

  // MARK: What is shown

  @Test("Numbers stand to the right, texts to the left, absent values are a dash")
  func alignment() {
    let report = Report(
      columns: [
        Report.Column("area", .identity), Report.Column("year", .detail, isGrouped: false),
        Report.Column("value", .detail), Report.Column("rate", .detail, decimals: 2),
        Report.Column("word", .detail),
      ],
      rows: [
        [.text("Canada"), .integer(1990), .number(4_333_318), .number(1.005), .text("a")],
        [.text("Chad"), .integer(2019), .absent, .number(-12), .text("bcd")],
      ])
    #expect(
      report.text(.table) == """
        area    year      value    rate  word
        Canada  1990  4,333,318    1.01  a
        Chad    2019          –  -12.00  bcd

        """)
  }

  @Test("What all rows share is said once above them")
  func shared() {
    let report = Report(
      columns: [
        Report.Column("area", .identity), Report.Column("unit", .identity),
        Report.Column("value", .detail),
      ],
      rows: [
        [.text("Canada"), .text("persons"), .integer(1)],
        [.text("Chad"), .text("persons"), .integer(2)],
      ])
    #expect(
      report.text(.table) == """
        persons

        area    value
        Canada      1
        Chad        2

        """)
  }

  @Test("Columns that matter least give way, and it is said which")
  func leftOut() {
    let names = (1...12).map { "column number \($0)" }
    let report = Report(
      columns: names.enumerated().map { Report.Column($0.element, .detail, dropped: $0.offset) },
      rows: [names.indices.map { .integer($0) }])
    let text = report.text(.table)
    #expect(text.hasPrefix("column number 1  column number 2"))
    #expect(text.contains("Not shown at this width: column number 5"))
    #expect(text.contains("--format csv has every column and digit"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test("Columns of one weight give way together")
  func together() {
    let report = Report(
      columns: ["first", "lower", "upper"].map {
        Report.Column(
          $0 + String(repeating: "x", count: 30), .detail, dropped: $0 == "first" ? 0 : 5)
      }, rows: [[.integer(1), .integer(2), .integer(3)]])
    let first = report.text(.table).split(separator: "\n").first
    #expect(first?.hasPrefix("firstx") == true)
    #expect(first?.contains("lower") == false)
    #expect(first?.contains("upper") == false)
  }

  @Test("A text is broken at spaces, later lines begun as told")
  func wrapped() {
    #expect(Report.wrapped("", width: 10).isEmpty)
    #expect(Report.wrapped("one two three", width: 20) == ["one two three"])
    #expect(Report.wrapped("one two three", width: 7) == ["one two", "three"])
    #expect(Report.wrapped("one two three", width: 8, hanging: "  ") == ["one two", "  three"])
    #expect(Report.wrapped("  one two", width: 6) == ["  one", "two"])
    #expect(Report.wrapped("unbreakable", width: 4) == ["unbreakable"])
  }

  // MARK: Caveats

  private func noted(_ lists: [[Caveat]]) -> Report {
    Report(
      columns: [
        Report.Column("area", .identity), Report.Column("value", .detail),
        Report.Column("caveats", .notes),
      ],
      rows: lists.enumerated().map { index, caveats in
        [.text("Area \(index + 1)"), .number(Double(index)), .caveats(caveats)]
      })
  }

  private let first = Caveat("coverage", "Mandate only.")
  private let second = Caveat("bound", year: 2008, "A bound.")
  private let third = Caveat("break", year: 1990, "A break.")

  @Test("Caveats that all rows share need no numbers beside the rows")
  func sharedCaveats() {
    #expect(
      noted([[first, second], [first, second]]).text(.table) == """
        area    value
        Area 1      0
        Area 2      1

        Caveats
        [1] coverage: Mandate only.
        [2] bound 2008: A bound.

        """)
  }

  @Test("Caveats of some rows are numbered after those of all, runs joined")
  func numberedCaveats() {
    #expect(
      noted([[second, first], [third, first, second], [first]]).text(.table) == """
        area    value  notes
        Area 1      0  [2]
        Area 2      1  [2–3]
        Area 3      2

        Caveats (the first one for every row)
        [1] coverage: Mandate only.
        [2] bound 2008: A bound.
        [3] break 1990: A break.

        """)
  }

  @Test("The layout counts what is shared")
  func layout() {
    let some = ReadingLayout(noted([[first, second], [first, third]]))
    #expect(some.sharedCount == 1)
    #expect(some.caveats == [first, second, third])
    #expect(some.references == [[2], [3]])
    #expect(!some.sharesCaveats)
    let all = ReadingLayout(noted([[first], [first]]))
    #expect(all.sharesCaveats)
    let none = ReadingLayout(noted([[], []]))
    #expect(none.sharesCaveats)
    #expect(none.caveats.isEmpty)
  }

  @Test("Rows without a result do not keep the others from sharing")
  func rowsWithoutResult() {
    let why = Caveat("one-point", "There is one value.")
    let report = Report(
      columns: [
        Report.Column("area", .identity), Report.Column("rate", .detail),
        Report.Column("caveats", .notes),
      ],
      rows: [
        [.text("A"), .number(1), .caveats([first])], [.text("B"), .number(2), .caveats([first])],
        [.text("C"), .absent, .caveats([why])],
      ])
    let layout = ReadingLayout(report)
    #expect(layout.sharedCount == 1)
    #expect(layout.references == [[], [], [2]])
  }

  @Test("A title stands above, a row too long is a list, and significant digits are kept")
  func listed() {
    var report = Report(
      columns: [
        Report.Column("model", .detail, widest: 60),
        Report.Column("sigma", .detail, significantDigits: 3),
        Report.Column("aic", .detail), Report.Column("caveats", .notes),
      ],
      rows: [
        [
          .text("log(value) ~ poly(year, 3, raw = TRUE)"), .number(0.000123456), .absent,
          .caveats([Caveat("scale", "it is another")]),
        ]
      ])
    report.title = ["Least squares"]
    report.isListed = true
    #expect(
      report.text(.table) == """
        Least squares

        model  log(value) ~ poly(year, 3, raw = TRUE)
        sigma  0.000123

        Caveats
        [1] scale: it is another

        """)
    #expect(report.text(.csv).hasPrefix("model,sigma,aic,caveats\n"))
    #expect(report.text(.markdown).hasPrefix("Least squares\n\n|  |  |\n"))
  }
}
