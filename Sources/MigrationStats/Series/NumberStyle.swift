/// How the numbers of the value columns are written, and how that is known.
struct NumberStyle {
  /// The mark before decimals.
  let decimalMark: UInt8
  /// The decimal mark and the thousands mark, for people.
  let parts: [DialectFinding.Part]
  /// What is a guess.
  let note: Note?

  /// Decides over all cells; what is told decides alone.
  ///
  /// - Throws: `ReadingError` (`noTable`) where the cells contradict one another or say nothing certain.
  init(_ census: ValueCensus, of table: Table) throws(ReadingError) {
    let options = table.options
    let implied: UInt8? =
      switch options.thousandsMark {
      case .comma: UInt8(ascii: ".")
      case .dot: UInt8(ascii: ",")
      default: nil
      }
    let evidence = census.decimalMark
    if let told = options.decimalMark ?? implied {
      (decimalMark, note) = (told, nil)
    } else {
      (decimalMark, note) = try evidence.decided(delimiter: table.dialect.delimiter)
    }
    let isComma = decimalMark == UInt8(ascii: ",")
    let seen = isComma ? evidence.comma : evidence.dot
    let basis: DialectFinding.Basis =
      options.decimalMark ?? implied != nil ? .told : isComma ? .guessed : .usual
    let grouping = census.grouping(decimalMark: decimalMark)
    parts = [
      DialectFinding.Part(
        name: "decimal mark", value: isComma ? "comma" : "dot", basis: basis,
        evidence: seen.map { "as in ‘\($0.text)’" } ?? ""),
      DialectFinding.Part(
        name: "thousands mark", value: options.thousandsMark?.rawValue ?? grouping?.name ?? "none",
        basis: options.thousandsMark != nil ? .told : grouping == nil ? .usual : .guessed,
        evidence: grouping.map { "as in ‘\($0.text)’" } ?? ""),
    ]
  }
}
