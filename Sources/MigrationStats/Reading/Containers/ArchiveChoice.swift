/// The member of an archive that is the table, and why.
struct ArchiveChoice {
  /// The name of such a container.
  static let container = "ZIP archive"

  /// The table.
  let member: ZipArchive.Member
  /// What the World Bank says of the countries and groups in its data, where that is in the archive.
  let countries: ZipArchive.Member?
  /// The choice as a step of unpacking.
  let step: Origin.Step
  /// What is told of the archive that the member is; nil where the member is all that is told.
  let rest: String?

  /// Chooses the member that is told, or else the only one that can be the table.
  ///
  /// - Parameters:
  ///   - told: the name of a member, or the path through one that is an archive itself:
  ///     `tables.zip/stock.csv`.
  ///   - outer: the names of the archives around this one, each with a slash behind it.
  /// - Throws: `ReadingError` (`noPart`) with the members where several could be meant, or none.
  init(_ archive: ZipArchive, told: String?, within outer: String = "") throws(ReadingError) {
    let members = archive.members.filter { !$0.isFolder && !Self.isLitter($0.name) }
    let tables = members.filter { Self.isTable($0.name) }
    let data = tables.filter { !Self.isBesides($0.name) }
    let candidates = data.isEmpty ? (tables.isEmpty ? members : tables) : data
    let reason: String
    if let told {
      (member, rest) = try Self.member(
        told, of: members, within: outer, at: archive.position)
      reason = "told"
    } else {
      guard let only = candidates.first, candidates.count == 1 else {
        throw Self.undecided(candidates, within: outer, at: archive.position)
      }
      (member, rest) = (only, nil)
      reason =
        members.count == 1
        ? "the only file in it"
        : tables.count == 1 ? "the only table in it" : "the only table that is no metadata"
    }
    let chosen = member.name
    countries = members.first { Self.base($0.name).hasPrefix("Metadata_Country") }
    step = Origin.Step(
      container: Self.container, chosen: chosen, reason: reason,
      others: members.map(\.name).filter { $0 != chosen })
  }

  private static func member(
    _ told: String, of members: [ZipArchive.Member], within outer: String, at position: Position
  ) throws(ReadingError) -> (ZipArchive.Member, rest: String?) {
    if let exact = members.first(where: { $0.name == told }) { return (exact, nil) }
    let loose = members.filter { base($0.name).lowercased() == told.lowercased() }
    if let only = loose.first, loose.count == 1 { return (only, nil) }
    let way = members.first { told.hasPrefix("\($0.name)/") && told.count > $0.name.count + 1 }
    if let way { return (way, String(told.dropFirst(way.name.count + 1))) }
    let near = Suggestion.nearest(to: told, among: members.map(\.name)).map { outer + $0 }
    throw ReadingError(
      .noPart, "there is no member ‘\(told)’ in the archive", at: position,
      remedy: Suggestion.didYouMean(near) ?? "Its members are \(list(members)).")
  }

  private static func undecided(
    _ candidates: [ZipArchive.Member], within outer: String, at position: Position
  ) -> ReadingError {
    guard let first = candidates.first else {
      return ReadingError(
        .noPart, "there is no file in the archive", at: position, remedy: "Download it again.")
    }
    return ReadingError(
      .noPart, "\(candidates.count) files in the archive could be the table", at: position,
      remedy: "They are \(list(candidates)). Choose one: --member '\(outer)\(first.name)'.")
  }

  private static func list(_ members: [ZipArchive.Member]) -> String {
    let names = members.prefix(8).map { "‘\($0.name)’" }.joined(separator: ", ")
    return names + (members.count > 8 ? " and \(members.count - 8) more" : "")
  }

  /// What programs leave behind in archives.
  private static func isLitter(_ name: String) -> Bool {
    name.hasPrefix("__MACOSX/") || base(name).hasPrefix(".") || base(name) == "Thumbs.db"
  }

  private static func isTable(_ name: String) -> Bool {
    [".csv", ".tsv", ".tab", ".txt", ".xlsx", ".xlsm", ".csv.gz", ".tsv.gz"].contains {
      name.lowercased().hasSuffix($0)
    }
  }

  /// Whether a table by its name goes along with the data rather than being them.
  private static func isBesides(_ name: String) -> Bool {
    let name = base(name).lowercased()
    return [
      "metadata", "readme", "read_me", "footnote", "definition", "licen", "codebook", "disclaimer",
      "terms of use",
    ].contains { name.contains($0) }
  }

  private static func base(_ name: String) -> String {
    name.lastIndex { $0 == "/" || $0 == "\\" }.map { String(name[name.index(after: $0)...]) }
      ?? name
  }
}
