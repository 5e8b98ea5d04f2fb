extension Dialect {
  /// The delimiters that are tried, in the order in which a tie is broken.
  static let candidates: [UInt8] = [",", ";", "\t", "|"].map { UInt8(ascii: $0) }

  /// What one delimiter makes of the head of a file.
  public struct Evidence: Sendable, Hashable {
    /// The delimiter tried.
    public let delimiter: UInt8
    /// The number of cells that most records have.
    public let width: Int
    /// How many records have that number of cells.
    public let agreeing: Int
    /// How many records were looked at, blank ones left out.
    public let records: Int

    /// The share of the records that agree.
    public var share: Double { records == 0 ? 0 : Double(agreeing) / Double(records) }
  }

  /// The dialect that makes the most consistent table of the first 64 KiB.
  static func detected(in bytes: ArraySlice<UInt8>) -> (dialect: Dialect, evidence: [Evidence]) {
    let finding = DialectFinder(bytes, options: ReadingOptions()).finding
    return (finding.dialect, finding.delimiters)
  }
}

/// The search for the dialect of a text in its first 64 KiB.
///
/// What is told is taken, and what the file states (`sep=;`). For the rest every delimiter is tried,
/// with the quotes and escapes of which the text shows any sign. A delimiter counts only where most
/// records have two cells or more. What leaves no quote open, leaves packed keys in one cell and gives the largest share of the records
/// the same number of cells wins; a tie goes to the wider table, then to the more usual dialect.
struct DialectFinder {
  private let head: ArraySlice<UInt8>
  private let isWhole: Bool
  private let options: ReadingOptions

  init(_ bytes: ArraySlice<UInt8>, options: ReadingOptions) {
    head = bytes.prefix(64 * 1024)
    isWhole = head.count == bytes.count
    self.options = options
  }

  /// What is found.
  var finding: DialectFinding {
    let stated = SeparatorLine.delimiter(in: head)
    let (delimiters, delimiterBasis): ([UInt8], DialectFinding.Basis) =
      if let told = options.delimiter {
        ([told], .told)
      } else if let stated { ([stated], .stated) } else { (Dialect.candidates, .guessed) }
    let comment = CommentLines(head, told: options.comment)
    let trials = delimiters.flatMap { delimiter in
      quotes(delimiter).flatMap { quote in
        escapes(delimiter, quote).map { escape in
          Trial(
            Dialect(delimiter: delimiter, quote: quote, escape: escape, comment: comment.byte),
            head: head, isWhole: isWhole)
        }
      }
    }
    let tabular = trials.filter { $0.evidence.width > 1 }
    let best = tabular.max { $0.score < $1.score } ?? trials.first { !$0.isFaulty } ?? trials[0]
    let usual = trials.first {
      $0.dialect.delimiter == best.dialect.delimiter && $0.dialect.isUsual(options)
    }
    let judgement = comment.judged(best, head: head)
    let evidence = delimiters.compactMap { delimiter in
      trials.first {
        $0.dialect.delimiter == delimiter && $0.dialect.quote == best.dialect.quote
          && $0.dialect.escape == best.dialect.escape
      }?.evidence
    }
    var dialect = best.dialect
    dialect.comment = judgement == .none ? nil : comment.byte
    if let mark = options.decimalMark { dialect.decimalMark = mark }
    return DialectFinding(
      dialect: dialect, delimiters: delimiterBasis == .told ? [] : evidence,
      parts: [
        part("delimiter", dialect.delimiter, delimiterBasis, Self.words(best.evidence)),
        part(
          "quote", dialect.quote,
          options.quote != nil
            ? .told : dialect.quote == UInt8(ascii: "\"") ? .usual : .guessed,
          Self.comparison(best, usual)),
        part(
          "escape", dialect.escape,
          options.escape != nil ? .told : dialect.escape == nil ? .usual : .guessed,
          Self.comparison(best, usual)),
        part(
          "comment", dialect.comment,
          options.comment != nil ? .told : dialect.comment == nil ? .usual : .guessed,
          comment.evidence(judgement)),
      ])
  }

  private func part(
    _ name: String, _ byte: UInt8?, _ basis: DialectFinding.Basis, _ evidence: String
  ) -> DialectFinding.Part {
    DialectFinding.Part(
      name: name, value: byte.map { Dialect.name(of: $0) } ?? "none", basis: basis,
      evidence: basis == .guessed ? evidence : "")
  }

  private static func words(_ evidence: Dialect.Evidence) -> String {
    "\(evidence.agreeing) of \(evidence.records) lines have \(evidence.width) cells"
  }

  /// What a dialect makes of the text, against the usual one.
  private static func comparison(_ best: Trial, _ usual: Trial?) -> String {
    guard let usual else { return words(best.evidence) }
    let otherwise =
      usual.isFaulty ? "otherwise a quote is wrong" : "otherwise \(words(usual.evidence))"
    return "\(words(best.evidence)), \(otherwise)"
  }

  // MARK: What is tried

  private func quotes(_ delimiter: UInt8) -> [UInt8?] {
    if let told = options.quote { return [told.byte] }
    let usual = UInt8(ascii: "\""), apostrophe = UInt8(ascii: "'")
    // An apostrophe quotes where it opens and closes whole cells, and more than one.
    return isEnclosing(apostrophe, delimiter) ? [usual, apostrophe] : [usual]
  }

  private func escapes(_ delimiter: UInt8, _ quote: UInt8?) -> [UInt8?] {
    if let told = options.escape { return [told.byte] }
    let backslash = UInt8(ascii: "\\")
    let isEscaping = zip(head, head.dropFirst()).contains { first, second in
      first == backslash && (second == quote || second == delimiter)
    }
    return isEscaping ? [nil, backslash] : [nil]
  }

  /// Whether a byte opens more cells than one, and closes as many as it opens.
  private func isEnclosing(_ byte: UInt8, _ delimiter: UInt8) -> Bool {
    func isEdge(_ other: UInt8?) -> Bool {
      guard let other else { return true }
      return other == delimiter || other == UInt8(ascii: "\n") || other == UInt8(ascii: "\r")
    }
    var (opened, closed) = (0, 0)
    for index in head.indices where head[index] == byte {
      if isEdge(index > head.startIndex ? head[index - 1] : nil) { opened += 1 }
      if isEdge(index + 1 < head.endIndex ? head[index + 1] : nil) { closed += 1 }
    }
    return opened > 1 && opened - closed <= (isWhole ? 0 : 1) && closed <= opened
  }
}

extension Dialect {
  /// Whether quote and escape are those of RFC 4180, or told.
  fileprivate func isUsual(_ options: ReadingOptions) -> Bool {
    (options.quote != nil || quote == UInt8(ascii: "\""))
      && (options.escape != nil || escape == nil)
  }
}

/// What a dialect makes of the head of a text.
struct Trial {
  let dialect: Dialect
  let evidence: Dialect.Evidence
  /// Whether a quote is closed before its cell's end, or never though the text is whole.
  let isFaulty: Bool
  /// Whether the first cell of a record packs keys, as Eurostat's headers do.
  let packsKeys: Bool

  init(_ dialect: Dialect, head: ArraySlice<UInt8>, isWhole: Bool) {
    self.dialect = dialect
    var parser = CSVParser(dialect: dialect)
    parser.consume(head)
    var records = parser.finished(lenient: !isWhole)
    isFaulty = parser.fault != nil
    if !isWhole, records.count > 1 { records.removeLast() }
    packsKeys = PackedKeys(records) != nil
    let widths = records.indices.filter { !records.isBlank($0) && !records.isComment($0) }
      .map { records.width(of: $0) }
    let counts = widths.reduce(into: [Int: Int]()) { $0[$1, default: 0] += 1 }
    let most =
      counts.filter { $0.key > 1 }.max { ($0.value, $0.key) < ($1.value, $1.key) } ?? counts.first
    evidence = Dialect.Evidence(
      delimiter: dialect.delimiter, width: most?.key ?? 0, agreeing: most?.value ?? 0,
      records: widths.count)
  }

  /// What decides: no fault, a header that packs keys, the share of the records that agree, the width
  /// of the table.
  var score: (Int, Int, Double, Int) {
    (isFaulty ? 0 : 1, packsKeys ? 1 : 0, evidence.share, evidence.width)
  }
}
