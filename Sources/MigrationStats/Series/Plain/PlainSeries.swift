/// The series of a plain text, by the row in which each comes first.
struct PlainSeries {
  /// What each is of: places in the lists of words.
  let all: PlainTally.Identities
  /// Whether none comes twice where a row is one.
  let isEachOnce: Bool
  /// For each thread what takes its numbers of series to places among all, where a row is a value.
  let maps: [[UInt32]]
  /// Where a row is a series, the first one of each part.
  private let firsts: [Int: Int]

  init(_ tallies: [PlainTally], _ total: PlainTotal) {
    let (plan, words, pieces) = (total.plan, total.words, total.pieces)
    let furtherMaps = words.maps[(plan.place.count + plan.subject.count)...].prefix(
      plan.further.count)
    let counts =
      [words.places.count, words.subjects.count]
      + words.texts[(plan.place.count + plan.subject.count)...].prefix(plan.further.count)
      .map(\.count)
    if case .columns = plan.times {
      var (firsts, rows) = ([Int: Int](), 0)
      for (_, piece) in pieces {
        firsts[piece.part] = rows
        rows += piece.rows
      }
      all = PlainTally.Identities(
        places: Self.codes(of: pieces, words.placeMaps, \.places),
        subjects: Self.codes(of: pieces, words.subjectMaps, \.subjects),
        further: furtherMaps.enumerated().map { column, maps in
          Self.codes(of: pieces, maps, \.further[column])
        })
      (self.firsts, maps) = (firsts, [])
      isEachOnce = Self.areDistinct(all, counts)
      return
    }
    // The series of the threads in the order of the file, each numbered where it comes first.
    let found = tallies.enumerated().flatMap { thread, tally in
      tally.firsts.enumerated().map { (first: $1, thread: thread, number: $0) }
    }.sorted { $0.first < $1.first }
    let columnMaps = [words.placeMaps, words.subjectMaps] + furtherMaps
    let moved = tallies.enumerated().map { thread, tally in
      zip(tally.series.columns(), columnMaps).map { codes, maps in
        codes.map { maps[thread][Int($0)] }
      }
    }
    var tuples = PlainTally.Tuples(width: columnMaps.count)
    defer { tuples.deallocate() }
    let columns = columnMaps.indices.map { column in
      found.map { moved[$0.thread][column][$0.number] }
    }
    let numbers = tuples.numbers(columns, rows: found.count)
    var maps = tallies.map { [UInt32](repeating: 0, count: $0.firsts.count) }
    for (one, number) in zip(found, numbers) { maps[one.thread][one.number] = number }
    let once = tuples.columns()
    all = PlainTally.Identities(places: once[0], subjects: once[1], further: Array(once[2...]))
    (self.maps, firsts, isEachOnce) = (maps, [:], true)
  }

  /// The series of the rows that tell something.
  func numbersOfTelling(_ total: PlainTotal) -> [Int] {
    let pieceOfPart = Dictionary(uniqueKeysWithValues: total.pieces.map { ($0.piece.part, $0) })
    return total.telling.compactMap { _, row in
      if let first = firsts[row.part] { return first + row.row }
      return pieceOfPart[row.part].map { thread, piece in
        Int(maps[thread][Int(piece.series[row.row])])
      }
    }
  }

  /// The codes of the rows of all pieces, by the maps of their threads.
  private static func codes(
    of pieces: [PlainTotal.Piece], _ maps: [[UInt32]],
    _ column: KeyPath<PlainTally.Identities, [UInt32]>
  ) -> [UInt32] {
    let rows = pieces.reduce(0) { $0 + $1.piece.rows }
    return [UInt32](unsafeUninitializedCapacity: rows) { buffer, count in
      for (thread, piece) in pieces {
        let map = maps[thread]
        for code in piece.identities[keyPath: column] {
          buffer.initializeElement(at: count, to: map[Int(code)])
          count += 1
        }
      }
    }
  }

  /// Whether no two series are of the same, by the number of places, subjects and texts.
  private static func areDistinct(_ series: PlainTally.Identities, _ counts: [Int]) -> Bool {
    var size = 1
    for count in counts.prefix(2 + series.further.count) {
      let (product, overflow) = size.multipliedReportingOverflow(by: max(count, 1))
      guard !overflow else { return false }
      size = product
    }
    var isNew = true
    func number(_ index: Int) -> Int {
      var number = Int(series.places[index]) * counts[1] + Int(series.subjects[index])
      for (column, codes) in series.further.enumerated() {
        number = number * counts[2 + column] + Int(codes[index])
      }
      return number
    }
    if size < 1 << 27 {
      var seen = [UInt64](repeating: 0, count: size / 64 + 1)
      for index in 0..<series.count {
        let number = number(index)
        let bit = UInt64(1) << UInt64(number % 64)
        isNew = isNew && seen[number / 64] & bit == 0
        seen[number / 64] |= bit
      }
      return isNew
    }
    var seen = Set<Int>(minimumCapacity: series.count)
    return (0..<series.count).allSatisfy { seen.insert(number($0)).inserted }
  }
}
