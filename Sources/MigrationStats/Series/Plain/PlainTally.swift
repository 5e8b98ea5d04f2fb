/// What one thread keeps of the rows of a plain text: codes of words, and numbers.
///
/// Rows that tell something new (a text, an area, a way to write numbers) are kept as they stand, for
/// the table that stands for the whole file.
struct PlainTally {
  /// The rows of a part.
  struct Piece: Sendable {
    let part: Int
    let rows: Int
    /// For each row its series, by the thread's numbers, where a row is a value.
    let series: [UInt32]
    /// What each row is of, where a row is a series.
    let identities: Identities
    /// The values, of every row one for each year or one; not a number where there is none.
    let values: [Double]
    /// How many decimals each is written with.
    let decimals: [UInt8]
    /// Where a row is a value: the years, and the codes of the statuses where there is such a column.
    let years: [UInt16]
    let statuses: [UInt8]
  }

  /// What rows or series are of: numbers of places and subjects, and for each further column the codes of
  /// its texts.
  struct Identities: Sendable {
    var places: [UInt32] = []
    var subjects: [UInt32] = []
    var further: [[UInt32]] = []

    var count: Int { places.count }
  }

  /// A row that tells something.
  struct Telling: Sendable {
    let part: Int
    let row: Int
    let bytes: [UInt8]
  }

  /// A list of texts that stand together, such as those that name an area, by numbers.
  struct Tuples {
    let width: Int
    private var chain: [PairCodes]

    init(width: Int) {
      self.width = width
      chain = (0..<max(0, width - 1)).map { _ in PairCodes() }
    }

    func deallocate() { for pairs in chain { pairs.deallocate() } }

    /// How many there are, where the first column has a number of texts.
    func count(_ first: Int) -> Int { width == 0 ? 1 : chain.last?.pairs.count ?? first }

    /// The number of each row's tuple, from the codes of the columns.
    mutating func numbers(_ codes: some Collection<[UInt32]>, rows: Int) -> [UInt32] {
      guard var numbers = codes.first else { return Array(repeating: 0, count: rows) }
      for (place, next) in codes.dropFirst().enumerated() {
        for row in 0..<rows { numbers[row] = chain[place].code(numbers[row], next[row]) }
      }
      return numbers
    }

    /// For each column the codes of all tuples, where there are two columns or more.
    func columns() -> [[UInt32]] {
      var rest = Array(0..<UInt32(chain.last?.pairs.count ?? 0))
      var columns: [[UInt32]] = []
      for pairs in chain.reversed() {
        columns.append(rest.map { pairs.pairs[Int($0)].second })
        rest = rest.map { pairs.pairs[Int($0)].first }
      }
      return [rest] + columns.reversed()
    }

    /// The codes of a tuple.
    func codes(of number: Int) -> [Int] {
      guard width > 0 else { return [] }
      var (rest, codes) = (number, [Int]())
      for pairs in chain.reversed() {
        codes.append(Int(pairs.pairs[rest].second))
        rest = Int(pairs.pairs[rest].first)
      }
      return (codes + [rest]).reversed()
    }
  }

  /// How a number is written, as far as numbers together tell something.
  struct Way: Hashable {
    private let bits: UInt8
    /// Whether it is no whole number.
    private let isFraction: Bool

    /// Nil for a cell that holds no plain number.
    init?(_ cell: ArraySlice<UInt8>) {
      guard let number = PlainDigits(String(decoding: cell.trimmed, as: UTF8.self)),
        let value = number.value
      else { return nil }
      (bits, isFraction) = (Ways(number).rawValue, !PlainTally.isWhole(value))
    }
  }

  /// The ways in which numbers are written.
  struct Ways: OptionSet {
    let rawValue: UInt8
    static let whole = Ways(rawValue: 1)
    static let dot = Ways(rawValue: 2)
    /// Three decimals behind up to three digits, which a dot may group.
    static let eitherDot = Ways(rawValue: 4)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    @inline(__always)
    init(_ number: PlainDigits) {
      let mayGroup = number.decimals == 3 && number.digits.magnitude &- 1000 < 999_000
      rawValue = number.decimals == 0 ? 1 : mayGroup ? 4 : 2
    }
  }

  /// The most rows that tell something; a file with more is read as a table.
  private static let most = 20_000
  /// The most texts of a column on which nothing depends.
  private static let mostEndless = 1_000
  /// The words for a missing value that say nothing else.
  private static let missingWords: Set<[UInt8]> = Set(
    NumberText.usualMissingWords.map { Array($0.utf8) }.filter { word in
      let parts = CellParts(word[...])
      return word != [UInt8(ascii: "-")] && parts.letters.isEmpty && parts.marks.isEmpty
    })

  let plan: PlainPlan
  private(set) var pieces: [Piece] = []
  private(set) var telling: [Telling] = []
  private(set) var dictionaries: [CellDictionary]
  private(set) var places: Tuples
  private(set) var subjects: Tuples
  /// The series: place, subject, and the codes of the further columns.
  private(set) var series: Tuples
  /// The row in which each series comes first.
  private(set) var firsts: [(part: Int, row: Int)] = []
  /// How many cells of values hold none.
  private(set) var missing = 0
  /// Whether all rows so far are of the plainest kind.
  private(set) var isPlain = true

  private let columns: [Int]
  /// Pairs of columns that stand side by side, whose texts may always go together.
  private let neighbours: [Int]
  private var pairs: [PairCodes]
  private var ways: Ways = []
  /// For each place whether a row of it has a value; for each subject whether one is no whole number.
  private var valued: [Bool] = []
  private var fractional: [Bool] = []

  init(_ plan: PlainPlan) {
    self.plan = plan
    let columns = plan.words
    self.columns = columns
    dictionaries = columns.map { _ in CellDictionary() }
    places = Tuples(width: plan.place.count)
    subjects = Tuples(width: plan.subject.count)
    series = Tuples(width: 2 + plan.further.count)
    let closed = Set(columns).subtracting(plan.endless)
    neighbours =
      plan.hasToldKeys
      ? []
      : columns.indices.filter { closed.isSuperset(of: [columns[$0], columns[$0] - 1]) }
    pairs = neighbours.map { _ in PairCodes() }
  }

  func deallocate() {
    for dictionary in dictionaries { dictionary.deallocate() }
    for pairs in pairs { pairs.deallocate() }
    places.deallocate()
    subjects.deallocate()
    series.deallocate()
  }

  /// Takes in the rows of a part.
  mutating func add(_ grid: CellGrid, part: Int) {
    guard isPlain else { return }
    var news = Set<Int>()
    var codes: [[UInt32]] = []
    for index in columns.indices { codes.append(encoded(index, grid, part, &news)) }
    for (place, index) in neighbours.enumerated() {
      guard let before = columns.firstIndex(of: columns[index] - 1) else { continue }
      let known = pairs[place].pairs.count
      var numbers = codes[before]
      for row in 0..<grid.rows { numbers[row] = pairs[place].code(numbers[row], codes[index][row]) }
      Self.note(numbers, from: known, to: pairs[place].pairs.count, &news)
    }
    let (placed, subjected) = (plan.place.count, plan.place.count + plan.subject.count)
    let rowPlaces = Self.numbers(&places, codes[..<placed], grid.rows, &news)
    let rowSubjects = Self.numbers(&subjects, codes[placed..<subjected], grid.rows, &news)
    valued += Array(
      repeating: false, count: places.count(dictionaries[0].count) - valued.count)
    fractional += Array(repeating: false, count: subjectCount - fractional.count)
    var identities = Identities(
      places: rowPlaces, subjects: rowSubjects,
      further: Array(codes[subjected..<subjected + plan.further.count]))
    var numbers: [UInt32] = []
    var (years, statuses) = ([UInt16](), [UInt8]())
    let valueColumns: [Int]
    switch plan.times {
    case .columns(let columns): valueColumns = columns.map(\.column)
    case .rows(let year, let value, let status):
      valueColumns = [value]
      numbers = self.numbers(of: identities, part)
      identities = Identities()
      guard let read = self.years(grid, year) else { return isPlain = false }
      years = read
      if status != nil {
        guard dictionaries[codes.count - 1].count < 256 else { return isPlain = false }
        statuses = codes[codes.count - 1].map { UInt8(truncatingIfNeeded: $0) }
      }
    }
    var decimals = [UInt8]()
    let size = grid.rows * valueColumns.count
    let values = [Double](unsafeUninitializedCapacity: size) { values, count in
      decimals = [UInt8](unsafeUninitializedCapacity: size) { decimals, count in
        if let values = values.baseAddress, let decimals = decimals.baseAddress {
          read(grid, valueColumns, rowPlaces, rowSubjects, values, decimals, &news)
        }
        count = isPlain ? size : 0
      }
      count = isPlain ? size : 0
    }
    guard isPlain else { return }
    for row in news.sorted() {
      telling.append(Telling(part: part, row: row, bytes: grid.bytes(ofRow: row)))
    }
    isPlain = telling.count <= Self.most
    pieces.append(
      Piece(
        part: part, rows: grid.rows, series: numbers, identities: identities, values: values,
        decimals: decimals, years: years, statuses: statuses))
  }

  /// The series of rows.
  private mutating func numbers(of rows: Identities, _ part: Int) -> [UInt32] {
    let numbers = series.numbers([rows.places, rows.subjects] + rows.further, rows: rows.count)
    if series.count(0) > firsts.count {
      for (row, number) in numbers.enumerated() where number == firsts.count {
        firsts.append((part, row))
      }
    }
    return numbers
  }

  private var subjectCount: Int {
    subjects.count(plan.subject.isEmpty ? 1 : dictionaries[plan.place.count].count)
  }

  // MARK: Words

  /// The codes of a column, with the rows where a text comes for the first time.
  private mutating func encoded(
    _ index: Int, _ grid: CellGrid, _ part: Int, _ news: inout Set<Int>
  ) -> [UInt32] {
    let known = dictionaries[index].count
    if plan.endless.contains(columns[index]), known > Self.mostEndless { return [] }
    let codes = [UInt32](unsafeUninitializedCapacity: grid.rows) { buffer, count in
      if let codes = buffer.baseAddress {
        dictionaries[index].encode(grid, columns[index], part: part, to: codes)
      }
      count = grid.rows
    }
    Self.note(codes, from: known, to: dictionaries[index].count, &news)
    return codes
  }

  private static func numbers(
    _ tuples: inout Tuples, _ codes: ArraySlice<[UInt32]>, _ rows: Int, _ news: inout Set<Int>
  ) -> [UInt32] {
    guard tuples.width > 1 else { return tuples.numbers(codes, rows: rows) }
    let known = tuples.count(0)
    let numbers = tuples.numbers(codes, rows: rows)
    note(numbers, from: known, to: tuples.count(0), &news)
    return numbers
  }

  /// Notes the rows in which new numbers come first; they come in their order.
  private static func note(
    _ numbers: [UInt32], from known: Int, to count: Int, _ news: inout Set<Int>
  ) {
    guard count > known else { return }
    var next = UInt32(known)
    for (row, number) in numbers.enumerated() where number == next {
      news.insert(row)
      next += 1
    }
  }

  // MARK: Numbers

  /// The years of the rows; nil where one is no plain year.
  private func years(_ grid: CellGrid, _ column: Int) -> [UInt16]? {
    var isPlain = true
    let years = [UInt16](unsafeUninitializedCapacity: grid.rows) { years, count in
      let cells = grid.column(column)
      for row in 0..<grid.rows {
        let cell = cells[row]
        guard cell.count == 4, let number = PlainDigits(cell.start, 4), number.decimals == 0,
          YearText.range.contains(Int(number.digits))
        else {
          isPlain = false
          return
        }
        years[row] = UInt16(number.digits)
      }
      count = grid.rows
    }
    return isPlain ? years : nil
  }

  private mutating func read(
    _ grid: CellGrid, _ columns: [Int], _ rowPlaces: [UInt32], _ rowSubjects: [UInt32],
    _ values: UnsafeMutablePointer<Double>, _ decimals: UnsafeMutablePointer<UInt8>,
    _ news: inout Set<Int>
  ) {
    var (target, missing) = (0, 0)
    let columns = columns.map { grid.column($0) }
    for row in 0..<grid.rows {
      let first = target
      var (found, hasValue) = (UInt8(0), false)
      for column in columns {
        let cell = column[row]
        defer { target += 1 }
        if cell.count > 0, let number = PlainDigits(cell.start, cell.count),
          let value = number.value
        {
          values[target] = value
          decimals[target] = UInt8(truncatingIfNeeded: number.decimals)
          hasValue = true
          guard number.decimals > 0 else {
            // A dot at the end.
            if cell.start.load(fromByteOffset: cell.count - 1, as: UInt8.self) < 0x30 {
              return isPlain = false
            }
            found |= Ways.whole.rawValue
            continue
          }
          found |= Ways(number).rawValue
        } else {
          guard cell.count == 0 || Self.missingWords.contains(cell.bytes) else {
            return isPlain = false
          }
          values[target] = .nan
          decimals[target] = 0
          missing += 1
        }
      }
      guard hasValue else { continue }
      let seen = Ways(rawValue: found)
      if !ways.isSuperset(of: seen) {
        ways.formUnion(seen)
        news.insert(row)
      }
      let (place, subject) = (Int(rowPlaces[row]), Int(rowSubjects[row]))
      if !valued[place] {
        valued[place] = true
        news.insert(row)
      }
      if !fractional[subject], seen != .whole,
        (first..<target).contains(where: { !Self.isWhole(values[$0]) })
      {
        fractional[subject] = true
        news.insert(row)
      }
    }
    self.missing += missing
  }

  private static func isWhole(_ value: Double) -> Bool {
    value.isNaN || abs(value - value.rounded()) <= 1e-9 * abs(value)
  }
}
