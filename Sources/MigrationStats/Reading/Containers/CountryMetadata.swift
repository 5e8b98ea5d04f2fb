/// What the World Bank’s archives say of the codes in their data: a name, and whether it is a group.
struct CountryMetadata: Sendable {
  /// What is said of a code.
  struct Entry: Sendable, Hashable {
    /// The name.
    let name: String
    /// Whether it is a group of countries: those have no region.
    let isAggregate: Bool
  }

  /// The entries by code.
  let entries: [String: Entry]

  /// Nothing said.
  static let none = CountryMetadata(entries: [:])

  private init(entries: [String: Entry]) { self.entries = entries }

  /// The entries of a member `Metadata_Country…`; none where it is not built as usual, as nothing but
  /// names depend on it.
  init(_ bytes: [UInt8]) {
    guard
      let table = try? Table(
        bytes, name: "", options: ReadingOptions(delimiter: UInt8(ascii: ","))),
      let code = table.header.firstIndex(of: "Country Code"),
      let region = table.header.firstIndex(of: "Region"),
      let name = table.header.firstIndex(of: "TableName")
    else {
      self = .none
      return
    }
    var entries: [String: Entry] = [:]
    for row in 0..<table.rowCount {
      entries[table.text(row, code)] = Entry(
        name: table.text(row, name), isAggregate: table.text(row, region).isEmpty)
    }
    self.init(entries: entries)
  }
}
