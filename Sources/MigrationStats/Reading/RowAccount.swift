/// What became of the records of a file: every one is counted once.
public struct RowAccount: Sendable, Hashable, CustomStringConvertible {
  /// How many records were set aside for one reason.
  public struct Part: Sendable, Hashable {
    /// The reason, such as `footer`.
    public let reason: String
    /// The number of records.
    public let count: Int
  }

  /// The records that were read.
  public let read: Int
  /// The records that are the header: one, or two where it has two levels.
  public let headers: Int
  /// The rows that were kept.
  public let kept: Int
  /// Those of the rows kept that were repaired.
  public let repaired: Int
  /// The records that became part of a row begun on the record before.
  public let joined: Int
  /// The records that are no rows, by reason, the header left out.
  public let setAside: [Part]

  /// The records that are no rows, the header left out.
  public var setAsideCount: Int { setAside.map(\.count).reduce(0, +) }

  /// Whether every record is counted once: header, rows kept, joined and set aside.
  public var addsUp: Bool { read == headers + kept + joined + setAsideCount }

  /// The account after rows turned out to be none, for a reason.
  func moving(_ count: Int, to reason: String) -> RowAccount {
    guard count > 0 else { return self }
    return RowAccount(
      read: read, headers: headers, kept: kept - count, repaired: repaired, joined: joined,
      setAside: setAside + [Part(reason: reason, count: count)])
  }

  /// `271 records read: 1 header, 266 rows kept (2 repaired), 4 set aside (3 preamble, 1 footer)`.
  public var description: String {
    let list = setAside.map { "\(Self.number($0.count)) \($0.reason)" }.joined(separator: ", ")
    return "\(Self.number(read)) records read: \(headers) header, \(Self.number(kept)) "
      + "\(kept == 1 ? "row" : "rows") kept (\(repaired == 0 ? "none" : Self.number(repaired)) repaired), "
      + (joined > 0 ? "\(Self.number(joined)) joined to the row before, " : "")
      + (setAside.isEmpty ? "none set aside" : "\(Self.number(setAsideCount)) set aside (\(list))")
  }

  private static func number(_ count: Int) -> String { Numerals.grouped(Double(count)) }
}

extension Table {
  /// The repairs as notes with their lines, the first twenty one by one.
  var repairNotes: [Note] {
    repairs.prefix(20).map { Note("repaired: \($0.text)", at: place(line: $0.line)) }
      + (repairs.count > 20
        ? [
          Note(
            "and \(repairs.count - 20) more rows repaired, all in stats inspect",
            at: place())
        ] : [])
  }
}
