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
    /// Where a row is a series, the rows whose values are kept; nil where all are.
    let kept: [Int]?
    /// The values of the rows that are kept, one for each year or one; not a number where there is none.
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
    /// The record with its cells, of those with values only the ones that tell something; the others are
    /// empty.
    let record: Int
    /// For each column of words the code of its text; none where nothing depends on the column.
    let codes: [UInt32?]
    /// The numbers of its place and its subject.
    let place: UInt32
    let subject: UInt32
    /// How its values are written, and whether one is no whole number.
    let ways: Ways
    let isFraction: Bool
  }

  /// Looks at the values of the rows of a part while they are at hand, and says which rows are kept:
  /// a series a row, in each a value a year, and how many decimals it has.
  typealias Look = @Sendable (_ part: Int, _ values: [Double], _ decimals: [UInt8]) -> [Int]

  /// The ways in which numbers are written.
  struct Ways: OptionSet, Sendable {
    let rawValue: UInt8
    static let whole = Ways(rawValue: 1)
    static let dot = Ways(rawValue: 2)
    /// Three decimals behind up to three digits, which a dot may group.
    static let eitherDot = Ways(rawValue: 4)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    @inline(__always)
    init(_ value: Double, decimals: Int) {
      let mayGroup = decimals == 3 && (1..<1000).contains(abs(value))
      self = decimals == 0 ? .whole : mayGroup ? .eitherDot : .dot
    }

    init(_ numbers: CellGrid.Numbers) {
      self = []
      if numbers.hasWhole { insert(.whole) }
      if numbers.hasDecimals { insert(.dot) }
      if numbers.hasGroups { insert(.eitherDot) }
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
  /// The cells of the rows that tell something.
  private(set) var tellingRecords = Records()
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

  private let look: Look?
  private let columns: [Int]
  /// For each column whether it holds no values.
  private let isWord: [Bool]
  /// Pairs of columns that stand side by side, whose texts may always go together.
  let neighbours: [Int]
  private var pairs: [PairCodes]
  private var ways: Ways = []
  /// For each place whether a row of it has a value; for each subject whether one is no whole number.
  private var valued: [Bool] = []
  private var fractional: [Bool] = []

  /// - Parameter look: looks at the rows, where a row is a series; all are kept where it is nil.
  init(_ plan: PlainPlan, look: Look? = nil) {
    (self.plan, self.look) = (plan, look)
    let columns = plan.words
    self.columns = columns
    let valueColumns = Set(plan.valueColumns)
    isWord = (0..<plan.width).map { !valueColumns.contains($0) }
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
    if case .rows(let year, _, let status) = plan.times {
      numbers = self.numbers(of: identities, part)
      identities = Identities()
      guard let read = self.years(grid, year) else { return isPlain = false }
      years = read
      if status != nil {
        guard dictionaries[codes.count - 1].count < 256 else { return isPlain = false }
        statuses = codes[codes.count - 1].map { UInt8(truncatingIfNeeded: $0) }
      }
    }
    let valueColumns = plan.valueColumns
    var decimals = [UInt8]()
    let size = grid.rows * valueColumns.count
    var values = [Double](unsafeUninitializedCapacity: size) { values, count in
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
      let places = row * valueColumns.count..<(row + 1) * valueColumns.count
      keep(
        row, of: part, grid, values[places], decimals[places],
        codes: codes.map { $0.isEmpty ? nil : $0[row] }, rowPlaces[row], rowSubjects[row])
    }
    isPlain = telling.count <= Self.most
    var kept: [Int]?
    if let look, case .columns = plan.times {
      let rows = look(part, values, decimals)
      let width = valueColumns.count
      values = rows.flatMap { values[$0 * width..<($0 + 1) * width] }
      decimals = rows.flatMap { decimals[$0 * width..<($0 + 1) * width] }
      kept = rows
    }
    pieces.append(
      Piece(
        part: part, rows: grid.rows, series: numbers, identities: identities, kept: kept,
        values: values, decimals: decimals, years: years, statuses: statuses))
  }

  /// Keeps a row that tells something, and what there is to know of it.
  private mutating func keep(
    _ row: Int, of part: Int, _ grid: CellGrid, _ values: ArraySlice<Double>,
    _ decimals: ArraySlice<UInt8>, codes: [UInt32?], _ place: UInt32, _ subject: UInt32
  ) {
    var isKept = isWord
    // What is told of whole values, and of others.
    var (whole, fraction): (Ways, Ways) = ([], [])
    for (column, (value, decimals)) in zip(plan.valueColumns, zip(values, decimals))
    where !value.isNaN {
      let ways = Ways(value, decimals: Int(decimals))
      isKept[column] =
        Self.isWhole(value) ? whole.insert(ways).inserted : fraction.insert(ways).inserted
    }
    telling.append(
      Telling(
        part: part, row: row, record: tellingRecords.count, codes: codes, place: place,
        subject: subject, ways: whole.union(fraction), isFraction: !fraction.isEmpty))
    for column in 0..<plan.width {
      if isKept[column] { tellingRecords.append(grid.column(column)[row].buffer[...]) }
      tellingRecords.endCell()
    }
    tellingRecords.endRecord(begunOn: row)
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

  /// What the values of a row are, all told.
  private struct RowValues {
    var missing = 0
    var ways: Ways = []

    init() {}

    init(_ numbers: CellGrid.Numbers) { (missing, ways) = (numbers.missing, Ways(numbers)) }
  }

  /// Reads the values of all rows, and notes the rows in which one tells something.
  private mutating func read(
    _ grid: CellGrid, _ columns: [Int], _ rowPlaces: [UInt32], _ rowSubjects: [UInt32],
    _ values: UnsafeMutablePointer<Double>, _ decimals: UnsafeMutablePointer<UInt8>,
    _ news: inout Set<Int>
  ) {
    let cells = columns.map { grid.column($0) }
    // Columns side by side are read at once.
    let first = columns[0]
    let stretch =
      first > 0 && columns.count > 1
        && columns.indices.allSatisfy { columns[$0] == first + $0 }
      ? first..<first + columns.count : nil
    for row in 0..<grid.rows {
      let target = row * columns.count
      let found =
        stretch.flatMap { columns in
          grid.numbers(ofRow: row, columns, to: values + target, decimals: decimals + target)
        }.map(RowValues.init) ?? Self.read(row, cells, values + target, decimals + target)
      guard let found else { return isPlain = false }
      missing += found.missing
      guard found.missing < columns.count else { continue }
      if !ways.isSuperset(of: found.ways) {
        ways.formUnion(found.ways)
        news.insert(row)
      }
      let (place, subject) = (Int(rowPlaces[row]), Int(rowSubjects[row]))
      if !valued[place] {
        valued[place] = true
        news.insert(row)
      }
      if !fractional[subject], found.ways != .whole,
        (target..<target + columns.count).contains(where: { !Self.isWhole(values[$0]) })
      {
        fractional[subject] = true
        news.insert(row)
      }
    }
  }

  /// Reads the values of a row; nil where one is neither a plain number nor plainly missing.
  private static func read(
    _ row: Int, _ columns: [CellGrid.Column], _ values: UnsafeMutablePointer<Double>,
    _ decimals: UnsafeMutablePointer<UInt8>
  ) -> RowValues? {
    var found = RowValues()
    for (place, column) in columns.enumerated() {
      let cell = column[row]
      if cell.count > 0, let number = PlainDigits(cell.start, cell.count),
        let value = number.value
      {
        // A dot at the end is no decimal mark for certain.
        let last = cell.start.load(fromByteOffset: cell.count - 1, as: UInt8.self)
        guard last != UInt8(ascii: ".") else { return nil }
        values[place] = value
        decimals[place] = UInt8(truncatingIfNeeded: number.decimals)
        found.ways.formUnion(Ways(value, decimals: number.decimals))
      } else {
        guard cell.count == 0 || missingWords.contains(cell.bytes) else { return nil }
        values[place] = .nan
        decimals[place] = 0
        found.missing += 1
      }
    }
    return found
  }

  private static func isWhole(_ value: Double) -> Bool {
    value.isNaN || abs(value - value.rounded()) <= 1e-9 * abs(value)
  }
}
