/// Which rows are summed, by what stands in one column.
struct SumFilter: Sendable {
  /// What is asked of a cell.
  enum Condition: Sendable {
    /// It is one of some texts; case does not count.
    case among([String])
    /// It is none of some texts; case does not count.
    case notAmong([String])
    /// It is no group of areas, such as the world.
    case noGroup
  }

  let column: Int
  let condition: Condition

  /// The texts that are told.
  var told: [String] {
    switch condition {
    case .among(let texts), .notAmong(let texts): texts
    case .noGroup: []
    }
  }

  private func holds(_ text: String) -> Bool {
    switch condition {
    case .among(let texts): texts.contains { $0.lowercased() == text.lowercased() }
    case .notAmong(let texts): !texts.contains { $0.lowercased() == text.lowercased() }
    case .noGroup: !SumFilter.isGroup(text)
    }
  }

  /// Whether a text names a group of areas.
  static func isGroup(_ text: String) -> Bool {
    area(text)?.kind == .aggregate
  }

  /// The area that a text names or is the code of; nil where it is none that is known.
  static func area(_ text: String) -> Area? {
    let named = Concordance.standard.area(name: text, code: nil)
    if named.kind != .unknown { return named }
    // Short codes such as ‘T’ are those of other lists.
    guard text.utf8.count >= 3, let entry = Concordance.standard.entry(code: text) else {
      return nil
    }
    return Area(name: text, code: entry.code, kind: entry.kind)
  }

  /// A thread's judging of rows.
  struct Reader {
    private(set) var texts = CellDictionary()
    private var verdicts: [Bool] = []
    private let filter: SumFilter

    init(_ filter: SumFilter) { self.filter = filter }

    func deallocate() { texts.deallocate() }

    /// Strikes the rows of a part that are left out.
    mutating func judge(_ grid: CellGrid, part: Int, _ kept: inout [Bool]?) {
      var rows = kept ?? [Bool](repeating: true, count: grid.rows)
      var column = CodedColumn(grid, filter.column)
      var row = 0
      while row < grid.rows {
        let run = grid.run(from: row, through: filter.column)
        if rows[run].contains(true) {
          let code = Int(column.code(of: row, in: &texts, part: part))
          while verdicts.count < texts.count {
            let text = String(decoding: texts.bytes(of: verdicts.count), as: UTF8.self)
            verdicts.append(filter.holds(text))
          }
          if !verdicts[code] { for left in run { rows[left] = false } }
        }
        row = run.upperBound
      }
      kept = rows
    }
  }
}
