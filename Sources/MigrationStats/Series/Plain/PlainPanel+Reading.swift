#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension PlainPanel {
  /// Reads the series of a file; nil where it is not of the plainest kind.
  ///
  /// - Throws: `ReadingError` (`unreadable`).
  /// - Complexity: O(n) in the bytes of the file, on all processors; memory for its numbers.
  public init?(
    contentsOf url: URL, reading: ReadingOptions = ReadingOptions(),
    tidying: TidyingOptions = TidyingOptions()
  ) throws(ReadingError) {
    try self.init(.file(url.path), reading: reading, tidying: tidying)
  }

  /// Reads the series of a source; nil where it is not a file of the plainest kind.
  ///
  /// - Parameters:
  ///   - source: the file.
  ///   - reading: what is told of how it is written.
  ///   - tidying: what is told of its columns.
  ///   - progress: is told how far reading is, in bytes.
  /// - Throws: `ReadingError` (`unreadable`).
  public init?(
    _ source: Source, reading: ReadingOptions, tidying: TidyingOptions,
    progress: Columns.Progress? = nil
  ) throws(ReadingError) {
    guard let parts = try TextParts(source, options: reading) else { return nil }
    try self.init(parts, reading: reading, tidying: tidying, progress: progress)
  }

  /// - Parameter looking: makes what looks at the values of the rows, for the years of the columns.
  init?(
    _ parts: TextParts, reading: ReadingOptions, tidying: TidyingOptions,
    threads: Int = Threads.processors, progress: Columns.Progress? = nil,
    looking: (_ years: [Int]) -> PlainTally.Look? = { _ in nil }
  ) throws(ReadingError) {
    // The header is seldom long; where it is, more is looked at.
    func head(_ size: Int) -> Table? {
      (try? parts.headTable(reading, size: size)).flatMap {
        $0.header == parts.head.form.header ? $0 : nil
      }
    }
    guard PlainPlan.reads(reading), let head = head(1 << 16) ?? head(1 << 18),
      let layout = try? Layout.detected(in: head, options: tidying),
      let plan = PlainPlan(layout, header: head.header, options: tidying)
    else { return nil }
    let look = looking(plan.years)
    guard
      let read = try parts.forEach(
        threads: threads, progress: progress, { PlainTally(plan, look: look) },
        { $0.add($2, part: $1) })
    else { return nil }
    // Nothing changes them any more.
    nonisolated(unsafe) let tallies = read.kept
    defer { for tally in tallies { tally.deallocate() } }
    guard tallies.allSatisfy(\.isPlain), let frame = PartFrame(parts, read.passed),
      let lines = Self.firstLines(parts, read.passed)
    else { return nil }
    let total = PlainTotal(tallies)
    // Below the header the rows that tell something stand for all.
    var records = parts.head.records
    let above = records.count
    for (thread, row) in total.telling {
      let odd = read.passed.oddities[row.part].count { $0.rowsBefore <= row.row }
      records.append(
        row.record, of: tallies[thread].tellingRecords, width: parts.head.form.width,
        begunOn: lines[row.part] + row.row + odd)
    }
    // A byte order mark amid the text is said.
    guard !records.indices[above...].contains(where: records.beginsWithMark) else { return nil }
    let table = Table(records, of: parts, frame, options: reading)
    let (panel, series) = Threads.both(
      { try? table.tidied(tidying) }, { PlainSeries(tallies, total) })
    guard let panel else { return nil }
    self.init(total, series, table, panel, frame, tidying)
  }

  /// The line of each part's first record; nil where a record has more than one line.
  private static func firstLines(_ parts: TextParts, _ passed: TextParts.Passed) -> [Int]? {
    var (lines, line) = ([Int](), parts.head.line)
    for (counts, oddities) in zip(passed.counts, passed.oddities) {
      guard counts.lineBreaks == counts.rows + oddities.count else { return nil }
      lines.append(line)
      line += counts.lineBreaks
    }
    return lines
  }

  /// Takes what is said of all rows from the panel of those that tell something.
  private init?(
    _ total: PlainTotal, _ series: PlainSeries, _ table: Table, _ panel: Panel,
    _ frame: PartFrame, _ options: TidyingOptions
  ) {
    let (plan, words) = (total.plan, total.words)
    guard series.isEachOnce, panel.layout == plan.layout, panel.account == frame.account,
      Self.isSettled(table, plan, options)
    else { return nil }
    // The series of the panel, by first appearance among the rows.
    let numbers = orderedUnique(series.numbersOfTelling(total))
    guard panel.series.count == numbers.count else { return nil }
    var areas = [Area?](repeating: nil, count: words.places.count)
    var subjects = [Subject?](repeating: nil, count: words.subjects.count)
    let hasQuantityKey =
      panel.keyNames.first == "quantity" && panel.keyNames.count > plan.keys.count
    for (number, one) in zip(numbers, panel.series) {
      let place = Int(series.all.places[number])
      let subjectNumber = Int(series.all.subjects[number])
      guard one.caveats.isEmpty else { return nil }
      let subject = Subject(
        quantity: one.quantity, unit: one.unit,
        key: hasQuantityKey ? one.keys.first?.value : nil)
      if let known = areas[place], known != one.area { return nil }
      if let known = subjects[subjectNumber], known != subject { return nil }
      areas[place] = one.area
      subjects[subjectNumber] = subject
    }
    self.areas = areas.compactMap(\.self)
    self.subjects = subjects.compactMap(\.self)
    guard self.areas.count == words.places.count, self.subjects.count == words.subjects.count,
      Self.areDistinct(self.areas), Set(self.subjects).count == self.subjects.count,
      (0..<words.places.count).allSatisfy({ place in
        words.texts(ofPlace: place).contains { !$0.isEmpty }
      })
    else { return nil }
    let firstFurther = plan.place.count + plan.subject.count
    further = Array(words.texts[firstFurther..<firstFurther + plan.further.count])
    let statusTexts = plan.statusColumn == nil ? [] : words.texts[words.texts.count - 1]
    let statuses = statusTexts.map { LongExtras.status(of: $0) }
    guard statuses.allSatisfy({ $0?.further == "" }) else { return nil }
    let found = statuses.compactMap { $0?.status }
    let isNormal = found.allSatisfy { $0 == .normal }
    self.statuses = found + [.normal]
    (source, layout, keyNames, notes) = (panel.source, panel.layout, panel.keyNames, panel.notes)
    account = panel.account ?? frame.account
    hasVintage = layout.hasVintage
    identities = series.all
    if case .rows = plan.times {
      var seen = [Bool](repeating: false, count: YearText.range.upperBound + 1)
      for (_, piece) in total.pieces { for year in piece.years { seen[Int(year)] = true } }
      years = seen.indices.filter { seen[$0] }
      guard
        let sorted = PlainValues.Sorted(total, series, isNormal: isNormal, normal: found.count)
      else { return nil }
      values = .sorted(sorted)
      // A withheld value is not a missing one.
      let withheld =
        isNormal
        ? 0
        : sorted.values.indices.count {
          sorted.values[$0].isNaN && statuses[Int(sorted.statuses[$0])]?.status == .suppressed
        }
      missingCount = total.missing - withheld
    } else {
      years = plan.years
      var parts: [PlainValues.Part] = []
      var first = 0
      for (_, piece) in total.pieces {
        let series = first..<first + piece.rows
        parts.append(
          PlainValues.Part(
            number: piece.part, series: series, kept: piece.kept, values: piece.values,
            decimals: piece.decimals))
        first = series.upperBound
      }
      values = .parts(parts)
      missingCount = total.missing
    }
  }

  /// Whether no two areas would be put together as one under two names.
  private static func areDistinct(_ areas: [Area]) -> Bool {
    let names = areas.compactMap { area -> String? in
      guard area.kind != .unknown else { return nil }
      return area.code ?? (area.kind == .aggregate ? Concordance.folded(area.name) : nil)
    }
    return Set(names).count == names.count
  }

  /// Whether what was found in some rows is so in all of them: which columns hold years and values, and
  /// which tell series apart.
  private static func isSettled(
    _ table: Table, _ plan: PlainPlan, _ options: TidyingOptions
  ) -> Bool {
    let roles = table.header.map { ColumnRole(header: $0) }
    func isNamed(_ column: Int, _ role: ColumnRole, told: Bool) -> Bool {
      told || roles.count { $0 == role } == 1 && roles[column] == role
    }
    switch plan.times {
    case .columns:
      return LayoutFinder(table: table, options: options).yearsByContent == nil
    case .rows(let year, let value, _):
      guard isNamed(year, .year, told: options.yearColumn != nil),
        isNamed(value, .value, told: !options.valueColumns.isEmpty)
      else { return false }
      if !options.keyColumns.isEmpty { return true }
      // Any other column may be one that tells series apart, for all rows to say.
      let asides: Set<ColumnRole?> = [.attribute, .order, .quantityCode, .unitMultiplier]
      return plan.keys.allSatisfy { roles[$0] == .dimension }
        && plan.others.allSatisfy { column in
          asides.contains(roles[column]) || TextColumn(table, column).values.count == 1
        }
    }
  }
}
