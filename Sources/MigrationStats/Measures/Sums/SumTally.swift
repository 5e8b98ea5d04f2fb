/// What one thread adds up: the values by group, and what stands in the columns that are summed over.
struct SumTally {
  /// Which columns are what.
  struct Plan: Sendable {
    /// The column of values.
    let value: Int
    /// The columns by which it is summed.
    let keys: [Int]
    /// What rows are left out.
    let filters: [SumFilter]
    /// The columns that are summed over, and whether numbers in them matter.
    let watched: [(column: Int, takesNumbers: Bool)]
  }

  /// What is known of the plain numbers together.
  struct Facts: Sendable {
    var hasNumber = false
    var hasZero = false
    var hasNegative = false
    var hasDecimals = false
    /// Whether a dot stands before decimals for certain, rather than among digits in threes.
    var hasCertainDecimals = false
  }

  /// A column that is summed over.
  struct Watched {
    fileprivate(set) var texts = CellDictionary()
    /// Whether there are numbers, which are not among the texts.
    fileprivate(set) var hasNumbers = false
    /// Whether there are too many texts for a column of categories.
    fileprivate(set) var isEndless = false
  }

  /// The most distinct texts of a column of categories.
  private static let mostTexts = 100_000

  let plan: Plan
  private(set) var keys: [CellDictionary]
  private(set) var groups: [PairCodes]
  private(set) var sums: [ExactSum] = []
  /// How many rows of each group have no value.
  private(set) var missing: [Int] = []
  /// The cells of values that are not plain digits, and how often each stands in a group.
  private(set) var odd = CellDictionary()
  private(set) var oddCounts: [UInt64: Int] = [:]
  private(set) var facts = Facts()
  private(set) var watched: [Watched]
  private(set) var filters: [SumFilter.Reader]
  /// How many rows were left out.
  private(set) var leftOut = 0

  init(_ plan: Plan) {
    self.plan = plan
    keys = plan.keys.map { _ in CellDictionary() }
    groups = plan.keys.dropFirst().map { _ in PairCodes() }
    watched = plan.watched.map { _ in Watched() }
    filters = plan.filters.map { SumFilter.Reader($0) }
  }

  func deallocate() {
    for key in keys { key.deallocate() }
    for pairs in groups { pairs.deallocate() }
    for column in watched { column.texts.deallocate() }
    for filter in filters { filter.deallocate() }
    odd.deallocate()
  }

  /// The number of groups.
  var groupCount: Int { groups.last?.pairs.count ?? keys.first?.count ?? 1 }

  /// The texts of a group's keys.
  func texts(ofGroup group: Int) -> [[UInt8]] {
    var (rest, texts) = (group, [[UInt8]]())
    for place in keys.indices.reversed() {
      guard place > 0 else {
        texts.append(Array(keys[0].bytes(of: rest)))
        break
      }
      let pair = groups[place - 1].pairs[rest]
      texts.append(Array(keys[place].bytes(of: Int(pair.second))))
      rest = Int(pair.first)
    }
    return texts.reversed()
  }

  /// Adds the rows of a part.
  ///
  /// - Parameter readsPlain: whether plain digits are numbers whatever they are.
  mutating func add(_ grid: CellGrid, part: Int, readsPlain: Bool = true) {
    grid.forEachStretch { addRows($0, part: part, readsPlain) }
  }

  private mutating func addRows(_ grid: CellGrid, part: Int, _ readsPlain: Bool) {
    var kept: [Bool]?
    for index in filters.indices { filters[index].judge(grid, part: part, &kept) }
    if let kept { leftOut += kept.count { !$0 } }
    // Without keys all rows are one group, those that are left out too.
    if plan.keys.isEmpty, sums.isEmpty { (sums, missing) = ([ExactSum()], [0]) }
    addValues(grid, part: part, kept, readsPlain)
    for index in watched.indices { watch(index, grid, part: part, kept) }
  }

  /// Adds the values: by runs of rows of one group.
  private mutating func addValues(
    _ grid: CellGrid, part: Int, _ kept: [Bool]?, _ readsPlain: Bool
  ) {
    let cells = grid.column(plan.value)
    var columns = plan.keys.map { CodedColumn(grid, $0) }
    let last = plan.keys.max() ?? -1
    var row = 0
    while row < grid.rows {
      let run = grid.run(from: row, through: last)
      row = run.upperBound
      if let kept, !kept[run].contains(true) { continue }
      let group = number(ofGroupAt: run.lowerBound, &columns, part: part)
      var closer: [Int] = []
      if readsPlain {
        sums[group].add(cells, run, kept, &facts, &closer)
      } else {
        closer += run.filter { kept?[$0] ?? true }
      }
      for row in closer { note(cells[row], group, part: part) }
    }
  }

  /// The number of the group of a row.
  @inline(__always)
  private mutating func number(
    ofGroupAt row: Int, _ columns: inout [CodedColumn], part: Int
  ) -> Int {
    var group: UInt32 = 0
    for place in columns.indices {
      let code = columns[place].code(of: row, in: &keys[place], part: part)
      group = place == 0 ? code : groups[place - 1].code(group, code)
    }
    while sums.count <= Int(group) {
      sums.append(ExactSum())
      missing.append(0)
    }
    return Int(group)
  }

  /// Notes a value that is not plain digits.
  @inline(never)
  private mutating func note(_ cell: CellGrid.Cell, _ group: Int, part: Int) {
    if cell.count == 0 {
      missing[group] += 1
    } else {
      let code = odd.code(of: cell, part: part)
      oddCounts[UInt64(group) << 32 | UInt64(code), default: 0] += 1
    }
  }

  /// Notes what stands in a column that is summed over.
  private mutating func watch(_ index: Int, _ grid: CellGrid, part: Int, _ kept: [Bool]?) {
    let (column, takesNumbers) = plan.watched[index]
    guard !watched[index].isEndless else { return }
    let cells = grid.column(column)
    if !takesNumbers, kept == nil, cells.beginAsNumbers(grid.rows) {
      watched[index].hasNumbers = true
      return
    }
    var (last, hasNumbers): (CellGrid.Cell?, Bool) = (nil, watched[index].hasNumbers)
    var row = 0
    while row < grid.rows {
      let run = grid.run(from: row, through: column)
      row = run.upperBound
      if let kept, !kept[run].contains(true) { continue }
      let standing = cells.standing(run.lowerBound)
      if !takesNumbers, standing.beginsAsNumber {
        hasNumbers = true
        continue
      }
      if let last, standing.isSame(as: last) { continue }
      last = standing
      let cell = cells.bare(standing)
      if cell.count > 0 { _ = watched[index].texts.code(of: cell, part: part) }
    }
    watched[index].hasNumbers = hasNumbers
    watched[index].isEndless = watched[index].texts.count > Self.mostTexts
  }
}

extension ExactSum {
  /// Adds the plain digits of some rows, and notes the rows that take a closer look.
  fileprivate mutating func add(
    _ cells: CellGrid.Column, _ rows: Range<Int>, _ kept: [Bool]?, _ facts: inout SumTally.Facts,
    _ closer: inout [Int]
  ) {
    var sum = self
    var (signs, decimals, hasZero, hasNumber) = (Int64(0), 0, false, false)
    var isCertain = false
    for row in rows {
      if let kept, !kept[row] { continue }
      let cell = cells[row]
      guard let number = PlainDigits(cell.start, cell.count) else {
        closer.append(row)
        continue
      }
      signs |= number.digits
      decimals |= number.decimals
      let mayGroup = number.decimals == 3 && number.digits.magnitude &- 1000 < 999_000
      isCertain = isCertain || number.decimals != 0 && !mayGroup
      hasZero = hasZero || number.digits == 0
      hasNumber = true
      sum.add(number)
    }
    self = sum
    if signs < 0 { facts.hasNegative = true }
    if decimals != 0 { facts.hasDecimals = true }
    if isCertain { facts.hasCertainDecimals = true }
    if hasZero { facts.hasZero = true }
    if hasNumber { facts.hasNumber = true }
  }
}
