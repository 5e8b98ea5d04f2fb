/// A column of a table, of one type: whole numbers, decimals, or texts.
///
/// ```swift
/// let url = URL(filePath: "examples/my.csv")
/// let columns = try Columns(contentsOf: url, named: ["area", "year"])
/// print(columns["year"].wholeNumber(0) ?? 0, columns["area"].text(0) ?? "")  // 1990 World
/// print(columns["year"].status(0) == .missing)  // false
/// ```
public struct Column: Sendable {
  /// What its values are.
  public enum Kind: String, Sendable, Hashable {
    /// Whole numbers, each exact.
    case wholeNumbers = "whole numbers"
    /// Numbers, each the double nearest to its text.
    case decimals
    /// Texts, each distinct one held once.
    case texts
  }

  /// Whether a row has a value.
  public enum Status: String, Sendable, Hashable {
    /// There is a value.
    case present
    /// The cell is empty or has a word for a missing value.
    case missing
    /// The value is known and withheld.
    case suppressed
  }

  /// The rows of a part of the file.
  struct Piece: Sendable {
    enum Values: Sendable {
      case narrow([Int32])
      case whole([Int64])
      case decimals([Double])
      /// Codes, and which of the column's maps takes them to the places of its texts.
      case codes([UInt32], map: Int)

      var count: Int {
        switch self {
        case .narrow(let values): values.count
        case .whole(let values): values.count
        case .decimals(let values): values.count
        case .codes(let codes, _): codes.count
        }
      }
    }

    /// A row without a value.
    struct Gap: Sendable, Hashable {
      let row: UInt32
      let isSuppressed: Bool
    }

    /// The values; of rows without one, anything.
    let values: Values
    /// The rows without a value, in their order; not those of texts.
    let gaps: [Gap]
  }

  /// The name of the column.
  public let name: String
  /// What its values are.
  public let kind: Kind
  /// The number of rows.
  public let count: Int
  /// The distinct texts by first appearance; none for numbers.
  public let texts: [String]
  /// How many rows have no value.
  public let missingCount: Int
  /// How many rows have a value that is withheld.
  public let suppressedCount: Int

  let pieces: [Piece]
  /// The first row of each piece.
  private let starts: [Int]
  /// What takes the codes of pieces to the places of texts.
  private let maps: [[UInt32]]
  /// Whether each text is one.
  private let statuses: [Status]

  /// A column of numbers.
  init(_ name: String, _ kind: Kind, _ pieces: [Piece]) {
    (self.name, self.kind, self.pieces) = (name, kind, pieces)
    (texts, maps, statuses) = ([], [], [])
    (starts, count) = Self.starts(pieces)
    suppressedCount = pieces.reduce(0) { $0 + $1.gaps.count(where: \.isSuppressed) }
    missingCount = pieces.reduce(0) { $0 + $1.gaps.count } - suppressedCount
  }

  /// A column of texts.
  ///
  /// - Parameters:
  ///   - maps: what takes the codes of pieces to the places of texts.
  ///   - statuses: whether each text is a value.
  init(
    _ name: String, _ pieces: [Piece], texts: [String], maps: [[UInt32]], statuses: [Status]
  ) {
    (self.name, kind, self.pieces, self.texts) = (name, .texts, pieces, texts)
    (self.maps, self.statuses) = (maps, statuses)
    (starts, count) = Self.starts(pieces)
    var (missing, suppressed) = (0, 0)
    if statuses.contains(where: { $0 != .present }) {
      for piece in pieces {
        guard case .codes(let codes, let map) = piece.values else { continue }
        for code in codes {
          switch statuses[Int(maps[map][Int(code)])] {
          case .present: continue
          case .missing: missing += 1
          case .suppressed: suppressed += 1
          }
        }
      }
    }
    (missingCount, suppressedCount) = (missing, suppressed)
  }

  private static func starts(_ pieces: [Piece]) -> ([Int], Int) {
    var (starts, count) = ([Int](), 0)
    for piece in pieces {
      starts.append(count)
      count += piece.values.count
    }
    return (starts, count)
  }

  // MARK: Rows

  /// Whether a row has a value.
  ///
  /// - Complexity: O(log n) in the file's parts.
  public func status(_ row: Int) -> Status {
    let (piece, place) = place(of: row)
    if case .codes(let codes, let map) = piece.values {
      return statuses[Int(maps[map][Int(codes[place])])]
    }
    var (low, high) = (0, piece.gaps.count)
    while low < high {
      let middle = (low + high) / 2
      if piece.gaps[middle].row < place { low = middle + 1 } else { high = middle }
    }
    guard low < piece.gaps.count, piece.gaps[low].row == place else { return .present }
    return piece.gaps[low].isSuppressed ? .suppressed : .missing
  }

  /// The whole number of a row; nil where it has none, and in a column of another kind.
  ///
  /// - Complexity: O(log n) in the file's parts.
  public func wholeNumber(_ row: Int) -> Int64? {
    let (piece, place) = place(of: row)
    switch piece.values {
    case .narrow(let values): return status(row) == .present ? Int64(values[place]) : nil
    case .whole(let values): return status(row) == .present ? values[place] : nil
    case .decimals, .codes: return nil
    }
  }

  /// The number of a row; nil where it has none, and in a column of texts.
  ///
  /// ```swift
  /// print(columns["year"].number(0) ?? .nan, columns["area"].number(0) == nil)  // 1990.0 true
  /// ```
  ///
  /// A whole number beyond 2^53 is the double nearest to it: `wholeNumber` has its digits.
  ///
  /// - Complexity: O(log n) in the file's parts.
  public func number(_ row: Int) -> Double? {
    let (piece, place) = place(of: row)
    if case .decimals(let values) = piece.values {
      return status(row) == .present ? values[place] : nil
    }
    return wholeNumber(row).map { Double($0) }
  }

  /// The text of a row, white space around it removed; nil where it has no value, and in a column of
  /// numbers.
  ///
  /// - Complexity: O(log n) in the file's parts.
  public func text(_ row: Int) -> String? {
    let (piece, place) = place(of: row)
    guard case .codes(let codes, let map) = piece.values else { return nil }
    let code = Int(maps[map][Int(codes[place])])
    return statuses[code] == .present ? texts[code] : nil
  }

  /// For each row the place of its text in `texts`; none for numbers.
  ///
  /// - Complexity: O(n) in the rows.
  public var codes: [Int] {
    pieces.flatMap { piece -> [Int] in
      guard case .codes(let codes, let map) = piece.values else { return [] }
      return codes.map { Int(maps[map][Int($0)]) }
    }
  }

  /// The numbers of all rows, not a number (NaN) where there is none; none for texts.
  ///
  /// - Complexity: O(n) in the rows.
  public var numbers: [Double] {
    pieces.flatMap { piece -> [Double] in
      var numbers: [Double] =
        switch piece.values {
        case .narrow(let values): values.map { Double($0) }
        case .whole(let values): values.map { Double($0) }
        case .decimals(let values): values
        case .codes: []
        }
      for gap in piece.gaps { numbers[Int(gap.row)] = .nan }
      return numbers
    }
  }

  private func place(of row: Int) -> (Piece, Int) {
    precondition((0..<count).contains(row), "row \(row) is not among the \(count) rows")
    var (low, high) = (0, starts.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= row { low = middle } else { high = middle - 1 }
    }
    return (pieces[low], row - starts[low])
  }
}
