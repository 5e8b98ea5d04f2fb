/// What all threads read of a plain text, put together: its areas, what is measured, its series.
struct PlainTotal {
  /// What a series is of: places in the lists.
  struct Identity: Sendable, Hashable {
    let place: Int
    let subject: Int
    /// The places of the texts of the further columns.
    let further: [Int]
  }

  let plan: PlainPlan
  /// For each column of words its texts.
  let texts: [[String]]
  /// For each place and subject the places of its texts.
  let places: [[Int]]
  let subjects: [[Int]]
  /// The series, by the row in which each comes first.
  let series: [Identity]
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
    plan = tallies[0].plan
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
    ) -> (all: [[Int]], maps: [[Int]]) {
      var (all, known) = ([[Int]](), [[Int]: Int]())
      let maps = tuples.enumerated().map { thread, tuples in
        let first = tuples.width == 0 ? 1 : tallies[thread].dictionaries[firstColumn].count
        return (0..<tuples.count(first)).map { number in
          let codes = tuples.codes(of: number).enumerated().map { place, code in
            Int(columns[firstColumn + place].maps[thread][code])
          }
          if let place = known[codes] { return place }
          known[codes] = all.count
          all.append(codes)
          return all.count - 1
        }
      }
      return (all, maps)
    }
    let (places, placeMaps) = merged(tallies.map(\.places), firstColumn: 0)
    let (subjects, subjectMaps) = merged(tallies.map(\.subjects), firstColumn: subjectsAt)
    (self.places, self.subjects) = (places, subjects)
    // The series in the order of the file.
    struct Found {
      let first: (part: Int, row: Int)
      let (thread, number): (Int, Int)
      let identity: Identity
    }
    var found: [Found] = []
    for (thread, tally) in tallies.enumerated() {
      for number in tally.firsts.indices {
        let codes = tally.series.codes(of: number)
        let further = codes.dropFirst(2).enumerated().map { place, code in
          Int(columns[furtherAt + place].maps[thread][code])
        }
        found.append(
          Found(
            first: tally.firsts[number], thread: thread, number: number,
            identity: Identity(
              place: placeMaps[thread][codes[0]], subject: subjectMaps[thread][codes[1]],
              further: further)))
      }
    }
    found.sort { $0.first < $1.first }
    var (series, known) = ([Identity](), [Identity: Int](minimumCapacity: found.count))
    var maps = tallies.map { [UInt32](repeating: 0, count: $0.firsts.count) }
    for one in found {
      let place = known[one.identity] ?? series.count
      if place == series.count {
        known[one.identity] = place
        series.append(one.identity)
      }
      maps[one.thread][one.number] = UInt32(place)
    }
    (self.series, seriesMaps) = (series, maps)
    let pieces = tallies.enumerated().flatMap { thread, tally in
      tally.pieces.map { (thread: thread, piece: $0) }
    }.sorted { $0.piece.part < $1.piece.part }
    self.pieces = pieces
    let pieceOfPart = Dictionary(
      uniqueKeysWithValues: pieces.enumerated().map { ($1.piece.part, $0) })
    telling = tallies.flatMap(\.telling)
      .sorted { ($0.part, $0.row) < ($1.part, $1.row) }
      .compactMap { row in
        pieceOfPart[row.part].map { place in
          let (thread, piece) = pieces[place]
          return (row, Int(maps[thread][Int(piece.series[row.row])]))
        }
      }
  }

  /// The texts of a place.
  func texts(ofPlace place: Int) -> [String] {
    places[place].enumerated().map { texts[$0][$1] }
  }
}
