/// What all threads read of a plain text, put together: its areas, what is measured, its series.
struct PlainTotal {
  let plan: PlainPlan
  /// For each column of words its texts.
  let texts: [[String]]
  /// For each place and subject the places of its texts.
  let places: [[Int]]
  let subjects: [[Int]]
  /// The series, by the row in which each comes first: places in the lists.
  let series: PlainTally.Identities
  /// Whether no series comes twice where a row is one.
  let isEachOnce: Bool
  /// For each thread what takes its numbers of series to places among them.
  let seriesMaps: [[UInt32]]
  /// For each thread what takes its codes of statuses to the places of their texts.
  let statusMaps: [[UInt32]]
  /// The pieces in the order of the file, each with its thread.
  let pieces: [(thread: Int, piece: PlainTally.Piece)]
  /// The rows that tell something, in the order of the file, with the series of each.
  let telling: [(row: PlainTally.Telling, series: Int)]
  /// How many cells of values hold none.
  let missing: Int

  init(_ tallies: [PlainTally]) {
    let plan = tallies[0].plan
    self.plan = plan
    missing = tallies.reduce(0) { $0 + $1.missing }
    let columns = plan.words.indices.map { column in
      CellDictionary.merged(tallies.map { $0.dictionaries[column] })
    }
    texts = columns.map { $0.texts.map { String(decoding: $0, as: UTF8.self) } }
    statusMaps =
      plan.statusColumn == nil ? tallies.map { _ in [] } : columns[columns.count - 1].maps
    let (subjectsAt, furtherAt) = (plan.place.count, plan.place.count + plan.subject.count)
    func merged(
      _ tuples: [PlainTally.Tuples], firstColumn: Int
    ) -> (all: [[Int]], maps: [[UInt32]]) {
      var (all, known) = ([[Int]](), [[Int]: Int]())
      let maps = tuples.enumerated().map { thread, tuples in
        let first = tuples.width == 0 ? 1 : tallies[thread].dictionaries[firstColumn].count
        return (0..<tuples.count(first)).map { number -> UInt32 in
          let codes = tuples.codes(of: number).enumerated().map { place, code in
            Int(columns[firstColumn + place].maps[thread][code])
          }
          let place = known[codes] ?? all.count
          if place == all.count {
            known[codes] = place
            all.append(codes)
          }
          return UInt32(place)
        }
      }
      return (all, maps)
    }
    let (places, placeMaps) = merged(tallies.map(\.places), firstColumn: 0)
    let (subjects, subjectMaps) = merged(tallies.map(\.subjects), firstColumn: subjectsAt)
    (self.places, self.subjects) = (places, subjects)
    let pieces = tallies.enumerated().flatMap { thread, tally in
      tally.pieces.map { (thread: thread, piece: $0) }
    }.sorted { $0.piece.part < $1.piece.part }
    self.pieces = pieces
    func moved(_ rows: PlainTally.Identities, _ thread: Int) -> PlainTally.Identities {
      let (placeMap, subjectMap) = (placeMaps[thread], subjectMaps[thread])
      return PlainTally.Identities(
        places: rows.places.map { placeMap[Int($0)] },
        subjects: rows.subjects.map { subjectMap[Int($0)] },
        further: rows.further.enumerated().map { column, codes in
          let map = columns[furtherAt + column].maps[thread]
          return codes.map { map[Int($0)] }
        })
    }
    var series = PlainTally.Identities()
    var maps = tallies.map { [UInt32](repeating: 0, count: $0.firsts.count) }
    var firstOfPart: [Int: Int] = [:]
    if case .columns = plan.times {
      var rows = 0
      for (_, piece) in pieces {
        firstOfPart[piece.part] = rows
        rows += piece.rows
      }
      series = PlainTally.Identities(
        places: Self.codes(of: pieces, placeMaps, \.places),
        subjects: Self.codes(of: pieces, subjectMaps, \.subjects),
        further: plan.further.indices.map { column in
          Self.codes(of: pieces, columns[furtherAt + column].maps, \.further[column])
        })
      isEachOnce = Self.areDistinct(
        series, [places.count, subjects.count] + columns[furtherAt...].map(\.texts.count))
    } else {
      let found = tallies.enumerated().flatMap { thread, tally in
        tally.firsts.enumerated().map { (first: $1, thread: thread, number: $0) }
      }.sorted { $0.first < $1.first }
      let all = tallies.enumerated().map { thread, tally in
        let columns = tally.series.columns()
        let rows = PlainTally.Identities(
          places: columns[0], subjects: columns[1], further: Array(columns[2...]))
        return moved(rows, thread).columns
      }
      // The series of the threads in the order of the file, each numbered where it comes first.
      var tuples = PlainTally.Tuples(width: 2 + plan.further.count)
      defer { tuples.deallocate() }
      let columns = (0..<2 + plan.further.count).map { column in
        found.map { all[$0.thread][column][$0.number] }
      }
      let numbers = tuples.numbers(columns, rows: found.count)
      for (one, number) in zip(found, numbers) { maps[one.thread][one.number] = number }
      let once = tuples.columns()
      series = PlainTally.Identities(
        places: once[0], subjects: once[1], further: Array(once[2...]))
      isEachOnce = true
    }
    (self.series, seriesMaps) = (series, maps)
    let pieceOfPart = Dictionary(
      uniqueKeysWithValues: pieces.enumerated().map { ($1.piece.part, $0) })
    var news = News(
      texts: texts.map(\.count), places: places.count, subjects: subjects.count,
      columns: plan.words, neighbours: tallies[0].neighbours)
    telling = tallies.enumerated()
      .flatMap { thread, tally in tally.telling.map { (thread: thread, row: $0) } }
      .sorted { ($0.row.part, $0.row.row) < ($1.row.part, $1.row.row) }
      .compactMap { thread, row in
        let isNew = news.note(
          row,
          codes: row.codes.enumerated().map { column, code in
            code.map { Int(columns[column].maps[thread][Int($0)]) }
          },
          place: Int(placeMaps[thread][Int(row.place)]),
          subject: Int(subjectMaps[thread][Int(row.subject)]))
        guard isNew else { return nil }
        if let first = firstOfPart[row.part] { return (row, first + row.row) }
        return pieceOfPart[row.part].map { place in
          let (thread, piece) = pieces[place]
          return (row, Int(maps[thread][Int(piece.series[row.row])]))
        }
      }
  }

  /// The codes of the rows of all pieces, by the maps of their threads.
  private static func codes(
    of pieces: [(thread: Int, piece: PlainTally.Piece)], _ maps: [[UInt32]],
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

  /// The texts of a place.
  func texts(ofPlace place: Int) -> [String] {
    places[place].enumerated().map { texts[$0][$1] }
  }
}

extension PlainTally.Identities {
  /// All columns.
  fileprivate var columns: [[UInt32]] { [places, subjects] + further }
}

extension PlainTotal {
  /// What the rows of the file told so far, in their order: what is new to one thread, another may have
  /// read before.
  private struct News {
    private var texts: [[Bool]]
    private var places: [Bool]
    private var subjects: [Bool]
    private var pairs: [Set<[Int]>]
    /// For each pair of neighbours the columns among those of words.
    private let neighbours: [(Int, Int)]
    private var ways: PlainTally.Ways = []
    private var valued: [Bool]
    private var fractional: [Bool]

    init(texts: [Int], places: Int, subjects: Int, columns: [Int], neighbours: [Int]) {
      self.texts = texts.map { Array(repeating: false, count: $0) }
      self.places = Array(repeating: false, count: places)
      self.subjects = Array(repeating: false, count: subjects)
      self.neighbours = neighbours.compactMap { index in
        columns.firstIndex(of: columns[index] - 1).map { ($0, index) }
      }
      pairs = self.neighbours.map { _ in [] }
      (valued, fractional) = (self.places, self.subjects)
    }

    /// Whether a row tells something new.
    mutating func note(
      _ row: PlainTally.Telling, codes: [Int?], place: Int, subject: Int
    ) -> Bool {
      var isNew = false
      func note(_ seen: inout Bool) {
        isNew = isNew || !seen
        seen = true
      }
      for (column, code) in codes.enumerated() {
        if let code { note(&texts[column][code]) }
      }
      for (index, (one, other)) in neighbours.enumerated() {
        guard let one = codes[one], let other = codes[other] else { continue }
        if pairs[index].insert([one, other]).inserted { isNew = true }
      }
      note(&places[place])
      note(&subjects[subject])
      guard !row.ways.isEmpty else { return isNew }
      if !ways.isSuperset(of: row.ways) { isNew = true }
      ways.formUnion(row.ways)
      note(&valued[place])
      if row.isFraction { note(&fractional[subject]) }
      return isNew
    }
  }
}
