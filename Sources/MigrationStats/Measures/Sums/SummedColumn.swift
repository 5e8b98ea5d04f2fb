/// A column that is summed over: whether a total stands in it beside its parts, or what has no sum.
struct SummedColumn {
  private let name: String
  private let role: ColumnRole?
  private let texts: [String]
  private let hasNumbers: Bool

  /// A column with the distinct texts in it.
  ///
  /// - Parameter hasNumbers: whether it has numbers besides.
  init(_ name: String, _ role: ColumnRole?, _ texts: [String], hasNumbers: Bool) {
    (self.name, self.role, self.texts, self.hasNumbers) = (name, role, texts, hasNumbers)
  }

  /// Why its values have no sum; nil where they may.
  func fault(at place: Position) -> MeasureError? {
    switch role {
    case .unit, .unitMultiplier, .quantity, .quantityCode, .vintage:
      guard texts.count > 1 else { return nil }
      return error(
        "‘\(name)’ is summed over and has ‘\(texts[0])’ and ‘\(texts[1])’"
          + (texts.count > 2 ? " and \(texts.count - 2) more" : "")
          + ", which are not to be added up",
        remedy: "\(only(texts[0])), or sum by it: --by \(Self.quoted(name)).", at: place)
    default: break
    }
    if let (total, part) = totalBesideParts {
      return error(
        "‘\(total)’ stands in ‘\(name)’ beside ‘\(part)’, which it has in it: its rows would be counted "
          + "twice",
        remedy:
          "\(only(total)), leave it out: --without \(Self.quoted("\(name)=\(total)")), or sum by "
          + "it: --by \(Self.quoted(name)).", at: place)
    }
    if let (group, member) = groupBesideMembers {
      return error(
        "‘\(group)’ stands in ‘\(name)’ beside ‘\(member)’, and groups of areas would be added to their "
          + "members",
        remedy:
          "Leave groups out: --countries; take one: --where \(Self.quoted("\(name)=\(group)")); or "
          + "sum by it: --by \(Self.quoted(name)).", at: place)
    }
    return nil
  }

  /// What a reader has to know, though it is no fault.
  func note(at place: Position) -> Note? {
    guard role == .year, texts.count > 1 else { return nil }
    return Note(
      "‘\(name)’ is summed over, \(texts.count) of them: that is a sum of what came or went in all of "
        + "them; of stocks it counts the same people each time (--by \(Self.quoted(name)) keeps them apart)",
      at: place)
  }

  private func error(_ reason: String, remedy: String, at place: Position) -> MeasureError {
    MeasureError(.doubleCounting, of: "Sums", reason, at: place, remedy: remedy)
  }

  private func only(_ text: String) -> String {
    "Take one: --where \(Self.quoted("\(name)=\(text)"))"
  }

  /// A word as a shell takes it.
  private static func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy {
      $0.isDigit || (0x41...0x5A).contains($0 & 0xDF) || "_=.:-".utf8.contains($0) || $0 >= 0x80
    }
    return isPlain
      ? text
      : "'\(text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''"))'"
  }

  // MARK: Totals

  private var totalBesideParts: (total: String, part: String)? {
    guard let total = texts.first(where: isTotal) else { return nil }
    if let part = texts.first(where: { !isTotal($0) && SumFilter.area($0)?.kind != .aggregate }) {
      return (total, part)
    }
    return hasNumbers ? (total, "numbers") : nil
  }

  private func isTotal(_ text: String) -> Bool {
    let folded = Concordance.folded(text)
    if TotalWords.begin(text) || Self.totals.contains(folded) { return true }
    let words = folded.split(separator: " ")
    if words.count > 1, words[0] == "all" || words[0] == "both" { return true }
    // The letter of SDMX's and Eurostat's lists, beside those of the sexes.
    return ["T", "_T"].contains(text) && texts.contains { ["F", "M"].contains($0) }
  }

  private static let totals: Set<String> = [
    "total", "all", "both", "t total", "both sexes", "all ages", "persons", "insgesamt", "ensemble",
    "total population", "mf", "m f", "f m", "ambos sexos", "les deux sexes", "beide geschlechter",
    "zusammen",
  ]

  /// A group of areas that stands beside a country, or the world beside anything.
  private var groupBesideMembers: (group: String, member: String)? {
    let areas = texts.compactMap { text in SumFilter.area(text).map { (text: text, area: $0) } }
    guard
      let group = areas.first(where: { $0.area.code == "WLD" })
        ?? areas.first(where: { $0.area.kind == .aggregate })
    else { return nil }
    let member = areas.first { other in
      other.text != group.text
        && (other.area.kind != .aggregate
          || Concordance.standard.isPart(other.area, of: group.area) == true)
    }
    return member.map { (group.text, $0.text) }
  }
}
