/// What all threads added up, put together.
struct SumTotal {
  /// How cells that are no plain digits are read.
  struct Law {
    let numbers: NumberText
    let rules: ValueRules
  }

  private struct Group {
    var sum = ExactSum()
    var missing = 0
    /// How often each of the cells that are no plain digits stands in it.
    var odd: [[UInt8]: Int] = [:]
  }

  let plan: SumTally.Plan
  let facts: SumTally.Facts
  let leftOut: Int
  private let names: ColumnNames
  private var groups: [[[UInt8]]: Group] = [:]
  private let odd: [[UInt8]]
  /// For each column that is summed over, its texts, and whether there are numbers besides.
  private let watched: [(texts: [String], hasNumbers: Bool, isEndless: Bool)]
  /// For each filter, the texts that it judged.
  private let judged: [[String]]

  init(_ tallies: [SumTally], _ names: ColumnNames) {
    plan = tallies[0].plan
    self.names = names
    leftOut = tallies.reduce(0) { $0 + $1.leftOut }
    facts = SumTally.Facts(
      hasNumber: tallies.contains(where: \.facts.hasNumber),
      hasZero: tallies.contains(where: \.facts.hasZero),
      hasNegative: tallies.contains(where: \.facts.hasNegative),
      hasDecimals: tallies.contains(where: \.facts.hasDecimals),
      hasCertainDecimals: tallies.contains(where: \.facts.hasCertainDecimals))
    var texts = Set<[UInt8]>()
    for tally in tallies {
      let own = (0..<tally.groupCount).map { tally.texts(ofGroup: $0) }
      for group in own.indices where group < tally.sums.count {
        groups[own[group], default: Group()].sum += tally.sums[group]
        groups[own[group], default: Group()].missing += tally.missing[group]
      }
      for (key, count) in tally.oddCounts {
        let text = Array(tally.odd.bytes(of: Int(key & 0xFFFF_FFFF)))
        texts.insert(text)
        groups[own[Int(key >> 32)], default: Group()].odd[text, default: 0] += count
      }
    }
    odd = texts.sorted { $0.lexicographicallyPrecedes($1) }
    func strings(_ dictionaries: [CellDictionary]) -> [String] {
      let texts = Set(
        dictionaries.flatMap { dictionary in
          (0..<dictionary.count).map { Array(dictionary.bytes(of: $0)) }
        })
      return texts.sorted { $0.lexicographicallyPrecedes($1) }.map {
        String(decoding: $0, as: UTF8.self)
      }
    }
    watched = plan.watched.indices.map { index in
      let columns = tallies.map { $0.watched[index] }
      let isEndless = columns.contains(where: \.isEndless)
      return (
        isEndless ? [] : strings(columns.map(\.texts)), columns.contains(where: \.hasNumbers),
        isEndless
      )
    }
    judged = plan.filters.indices.map { index in strings(tallies.map { $0.filters[index].texts }) }
  }

  // MARK: Values

  /// What the cells that are no plain digits show, and what is known of the others.
  private func census(at place: Position) -> ValueCensus {
    var census = ValueCensus()
    let counts = oddCounts
    for text in odd { census.consider(text[...], times: counts[text] ?? 1, at: place) }
    if facts.hasNumber { census.consider(Array("5".utf8)[...], at: place) }
    if facts.hasZero { census.consider(Array("0".utf8)[...], at: place) }
    if facts.hasNegative { census.consider(Array("-5".utf8)[...], at: place) }
    return census
  }

  /// Whether marks stand in cells that are no plain digits: what they are only the whole table tells.
  func hasMarks(at place: Position) -> Bool {
    let marks = census(at: place).decimalMark
    return [marks.comma, marks.eitherComma, marks.dot, marks.eitherDot].contains { $0 != nil }
  }

  /// The law for cells that are no plain digits.
  func law(_ numbers: NumberText, _ options: ReadingOptions, at place: Position) -> Law {
    Law(
      numbers: numbers, rules: ValueRules(census(at: place), options: options, isEurostat: false))
  }

  /// How often each of the cells that are no plain digits stands in the file.
  private var oddCounts: [[UInt8]: Int] {
    groups.values.reduce(into: [:]) { counts, group in
      counts.merge(group.odd, uniquingKeysWith: +)
    }
  }

  /// The rows of the result, sorted.
  ///
  /// - Parameter position: where a cell first stands.
  /// - Throws: `MeasureError` (`notANumber`, `noValue`).
  func rows(
    _ law: Law, at position: ([UInt8]) -> Position
  ) throws(MeasureError) -> [ColumnSums.Row] {
    var readings: [[UInt8]: CellReading?] = [:]
    var hasPercent = false
    for text in odd {
      switch CellReading.reading(law.numbers.value(of: text[...]), by: law.rules) {
      case .success(let reading):
        readings[text] = .some(reading)
        hasPercent = hasPercent || reading?.isPercent == true
      case .failure(let fault):
        let written = String(decoding: text, as: UTF8.self)
        throw MeasureError(
          .notANumber, of: "Sums", fault.summary(of: written), at: position(text),
          remedy: fault.remedy(for: written))
      }
    }
    if hasPercent {
      throw MeasureError(
        .misuse, of: "Sums", "the values are per cents, which have no sum",
        at: Position(file: names.place.file), remedy: "Sum what they are per cents of.")
    }
    let rows = groups.map { keys, group in Self.row(keys, group, readings) }
    guard rows.contains(where: { $0.count > 0 || $0.suppressed > 0 }) else {
      throw MeasureError(
        .noValue, of: "Sums", "no row has a value in ‘\(names.name(plan.value))’",
        at: Position(file: names.place.file),
        remedy: plan.filters.isEmpty ? "Name another column." : "Look at what --where leaves.")
    }
    return Self.sorted(rows)
  }

  private static func row(
    _ keys: [[UInt8]], _ group: Group, _ readings: [[UInt8]: CellReading?]
  ) -> ColumnSums.Row {
    var (sum, missing, suppressed) = (group.sum, group.missing, 0)
    var rest = DoubleDouble.zero
    var others = 0
    for (text, times) in group.odd.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      guard let reading = readings[text] ?? nil else {
        missing += times
        continue
      }
      switch reading.value {
      case .suppressed: suppressed += times
      case .number(let numeral):
        let exact = numeral.exact ?? Numerals.exact(numeral.value)
        if let plain = PlainDigits(exact) {
          sum.add(plain, times: times)
        } else if !sum.add(digits: exact, times: times) {
          rest += DoubleDouble(numeral.value) * DoubleDouble(Double(times))
          others += times
        }
      }
    }
    let count = sum.count + others
    let digits = sum.text
    let isWhole = others == 0 && !digits.contains(".")
    let value = others == 0 ? sum.value : Double(rest + DoubleDouble(sum.value))
    return ColumnSums.Row(
      keys: keys.map { String(decoding: $0, as: UTF8.self) }, value: count == 0 ? nil : value,
      digits: count > 0 && isWhole && digits != Numerals.exact(value) ? digits : nil, count: count,
      missing: missing, suppressed: suppressed)
  }

  /// Rows by their keys: whole numbers by size where a column has nothing else, texts by code points.
  private static func sorted(_ rows: [ColumnSums.Row]) -> [ColumnSums.Row] {
    let columns = rows.first?.keys.count ?? 0
    let areWhole = (0..<columns).map { column in
      rows.allSatisfy { Int64($0.keys[column]) != nil }
    }
    return rows.sorted { one, other in
      for column in 0..<columns where one.keys[column] != other.keys[column] {
        let (first, second) = (one.keys[column], other.keys[column])
        if areWhole[column], let a = Int64(first), let b = Int64(second), a != b { return a < b }
        return first.utf8.lexicographicallyPrecedes(second.utf8)
      }
      return false
    }
  }

  // MARK: What is summed over

  /// Refuses what is told and not there.
  ///
  /// - Throws: `MeasureError` (`noValue`) with what is spelt alike.
  func checkFilters(at place: Position) throws(MeasureError) {
    for (filter, texts) in zip(plan.filters, judged) {
      for told in filter.told {
        guard !texts.contains(where: { $0.lowercased() == told.lowercased() }) else { continue }
        let list = texts.prefix(8).map { "‘\($0)’" }.joined(separator: ", ")
        throw MeasureError(
          .noValue, of: "Sums", "there is no ‘\(told)’ in ‘\(names.name(filter.column))’",
          at: place,
          remedy: Suggestion.didYouMean(told, among: texts)
            ?? "There is \(list)\(texts.count > 8 ? " and \(texts.count - 8) more" : "").")
      }
    }
  }

  /// What a reader has to know of the columns that are summed over.
  ///
  /// - Throws: `MeasureError` (`doubleCounting`, `mixedUnit`).
  func summedOver(at place: Position) throws(MeasureError) -> [Note] {
    var notes: [Note] = []
    for ((column, _), seen) in zip(plan.watched, watched) {
      let name = names.name(column)
      let role = ColumnRole(header: names.header[column])
      let found = SummedColumn(name, role, seen.texts, hasNumbers: seen.hasNumbers)
      if let fault = found.fault(at: place) { throw fault }
      if let note = found.note(at: place) { notes.append(note) }
    }
    return notes
  }

  /// What has no value, and what has no key.
  func gaps(_ rows: [ColumnSums.Row], _ keys: [String], at place: Position) -> [Note] {
    var notes: [Note] = []
    let missing = rows.reduce(0) { $0 + $1.missing }
    let suppressed = rows.reduce(0) { $0 + $1.suppressed }
    func count(_ number: Int, _ what: String) -> String {
      "\(Numerals.grouped(Double(number))) \(number == 1 ? "row has" : "rows have") \(what)"
    }
    if missing > 0 {
      notes.append(
        Note(
          "\(count(missing, "no value")) and \(missing == 1 ? "is" : "are") in no sum: see the column ‘missing’",
          at: place))
    }
    if suppressed > 0 {
      notes.append(
        Note(
          "\(count(suppressed, "a value that is withheld")), in no sum, so that the sum is below the "
            + "truth there: see the column ‘suppressed’", at: place))
    }
    let unnamed = rows.filter { $0.keys.contains("") }.reduce(0) {
      $0 + $1.count + $1.missing + $1.suppressed
    }
    if unnamed > 0 {
      notes.append(
        Note(
          "\(count(unnamed, "nothing in a column that is summed by")), a group of its own",
          at: place))
    }
    if leftOut > 0 {
      notes.append(
        Note(
          "\(Numerals.grouped(Double(leftOut))) \(leftOut == 1 ? "row is" : "rows are") left out, as told",
          at: place))
    }
    return notes
  }
}
