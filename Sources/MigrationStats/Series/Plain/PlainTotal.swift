/// What all threads read of a plain text, put together, but for its series.
struct PlainTotal {
  /// The rows of a part, with the thread that read them.
  typealias Piece = (thread: Int, piece: PlainTally.Piece)
  /// A row that tells something, with the thread that read it.
  typealias Telling = (thread: Int, row: PlainTally.Telling)

  let plan: PlainPlan
  let words: PlainWords
  /// The pieces in the order of the file.
  let pieces: [Piece]
  /// The rows that tell something, in the order of the file.
  let telling: [Telling]
  /// How many cells of values hold none.
  let missing: Int

  init(_ tallies: [PlainTally]) {
    plan = tallies[0].plan
    words = PlainWords(tallies)
    pieces = tallies.enumerated().flatMap { thread, tally in
      tally.pieces.map { (thread: thread, piece: $0) }
    }.sorted { $0.piece.part < $1.piece.part }
    telling = words.telling(tallies)
    missing = tallies.reduce(0) { $0 + $1.missing }
  }
}
