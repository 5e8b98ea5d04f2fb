/// The columns of a file that a regression reads, and what each has to hold.
struct ModelColumns: Sendable {
  /// What a column has to hold.
  enum Use: Sendable, Hashable {
    /// Numbers, for arithmetic.
    case numbers
    /// Numbers or words, as the column has it.
    case either
    /// Labels, numeric or not: of groups and categories.
    case labels
    /// Words, whatever they look like.
    case words
  }

  /// A column, where it stands, and what it has to hold.
  struct Column: Sendable {
    let name: String
    let index: Int
    var use: Use
  }

  /// The columns in the order of their first use.
  private(set) var columns: [Column] = []
  private var places: [String: Int] = [:]
  private let header: [String]

  /// No columns yet, of those that a header names.
  init(header: [String]) { self.header = header }

  /// Takes a column named in a text.
  ///
  /// - Throws: `FittingError` (`unknownName`) with the place marked and names that are spelt alike.
  mutating func take(
    _ name: String, for use: Use, in text: String, at place: Int
  ) throws(FittingError) {
    guard let index = header.firstIndex(of: name) else {
      throw .syntax(
        "there is no column ‘\(name)’", in: text, at: place, kind: .unknownName,
        remedy: Self.remedy(for: name, among: header))
    }
    take(index, for: use)
  }

  /// Takes all columns of an expression of numbers.
  mutating func take(
    _ expression: FormulaExpression, for use: Use = .numbers, in text: String
  ) throws(FittingError) {
    for (name, place) in expression.names { try take(name, for: use, in: text, at: place) }
  }

  /// Takes a column by its place, such as that of years.
  mutating func take(_ index: Int, for use: Use) {
    let name = header[index]
    guard let place = places[name] else {
      places[name] = columns.count
      columns.append(Column(name: name, index: index, use: use))
      return
    }
    // Arithmetic asks for the most, then categories.
    let ranks: [Use] = [.either, .labels, .numbers, .words]
    let known = ranks.firstIndex(of: columns[place].use) ?? 0
    if let asked = ranks.firstIndex(of: use), asked > known { columns[place].use = use }
  }

  /// What to do about a name that no column has.
  static func remedy(for name: String, among header: [String]) -> String {
    let named = header.filter { !$0.isEmpty }
    let more = named.count > 12 ? " and \(named.count - 12) more" : ""
    let list = named.prefix(12).map { "‘\($0)’" }.joined(separator: ", ")
    return Suggestion.didYouMean(name, among: named) ?? "The columns are \(list)\(more)."
  }
}
