/// The words that all threads read of a plain text, put together: what its areas are called, and what is
/// measured.
struct PlainWords {
  /// For each column of words its texts.
  let texts: [[String]]
  /// For each place and subject the places of its texts.
  let places: [[Int]]
  let subjects: [[Int]]
  /// For each column, and for places and subjects, and in each for each thread, what takes its codes to
  /// the places in the lists.
  let maps: [[[UInt32]]]
  let placeMaps: [[UInt32]]
  let subjectMaps: [[UInt32]]

  init(_ tallies: [PlainTally]) {
    let plan = tallies[0].plan
    let columns = plan.words.indices.map { column in
      CellDictionary.merged(tallies.map { $0.dictionaries[column] })
    }
    texts = columns.map { $0.texts.map { String(decoding: $0, as: UTF8.self) } }
    maps = columns.map(\.maps)
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
    (places, placeMaps) = merged(tallies.map(\.places), firstColumn: 0)
    (subjects, subjectMaps) = merged(tallies.map(\.subjects), firstColumn: plan.place.count)
  }

  /// The texts of a place.
  func texts(ofPlace place: Int) -> [String] {
    places[place].enumerated().map { texts[$0][$1] }
  }

  /// The rows that tell something new, in the order of the file, each once: what is new to one thread,
  /// another may have read before.
  func telling(_ tallies: [PlainTally]) -> [PlainTotal.Telling] {
    var news = News(self, columns: tallies[0].plan.words, neighbours: tallies[0].neighbours)
    let rows = tallies.enumerated().flatMap { thread, tally in
      tally.telling.map { (thread: thread, row: $0) }
    }.sorted { ($0.row.part, $0.row.row) < ($1.row.part, $1.row.row) }
    return rows.filter { thread, row in
      let codes = row.codes.enumerated().map { column, code in
        code.map { Int(maps[column][thread][Int($0)]) }
      }
      return news.note(
        row, codes: codes, place: Int(placeMaps[thread][Int(row.place)]),
        subject: Int(subjectMaps[thread][Int(row.subject)]))
    }
  }
}

extension PlainWords {
  /// What the rows of the file told so far, in their order.
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

    init(_ words: PlainWords, columns: [Int], neighbours: [Int]) {
      texts = words.texts.map { Array(repeating: false, count: $0.count) }
      places = Array(repeating: false, count: words.places.count)
      subjects = Array(repeating: false, count: words.subjects.count)
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
