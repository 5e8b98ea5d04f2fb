/// The sheet of a workbook that is the table, and why.
struct SheetChoice {
  /// The name of such a container.
  static let container = "Excel workbook"

  /// The sheet as the workbook lists it.
  let listing: Workbook.Listing
  /// Its cells.
  let sheet: Sheet
  /// The choice as a step of unpacking.
  let step: Origin.Step
  /// What a user ought to know of a choice that is a guess.
  let note: String?

  /// Chooses the sheet that is told, or else the first shown that looks like a table of figures.
  ///
  /// - Throws: `ReadingError` (`noPart`) where it is not there, `empty` where nothing is in it;
  ///   `workbook`, `unpacking`.
  init(_ workbook: Workbook, told: String?, at position: Position) throws(ReadingError) {
    let shown = workbook.sheets.filter { !$0.isHidden }
    let listing: Workbook.Listing
    var (reason, others): (String, Int) = ("told", 0)
    var read: Sheet?
    if let told {
      listing = try Self.listing(told, of: workbook.sheets, at: position)
    } else {
      guard var chosen = shown.first else {
        throw ReadingError(
          .noPart, "the workbook has no sheet of cells that is shown", at: position,
          remedy: workbook.sheets.first.map { "Name a hidden one: --sheet '\($0.name)'." }
            ?? "Open it in a spreadsheet and save the table as CSV.")
      }
      reason = shown.count == 1 ? "the only one" : "the first"
      if shown.count > 1 {
        for candidate in shown {
          let sheet = try workbook.sheet(candidate)
          guard sheet.isTable else { continue }
          (chosen, read) = (candidate, sheet)
          reason = "the first that is a table of figures"
          others = shown.count - 1
          break
        }
      }
      listing = chosen
    }
    let names = workbook.sheets.filter { $0 != listing }
    self.listing = listing
    if let read { sheet = read } else { sheet = try workbook.sheet(listing) }
    if sheet.filled == 0 {
      throw Self.empty(listing, holdsLost: sheet.oddities.holdsLost, others: names, at: position)
    }
    step = Origin.Step(
      container: Self.container, chosen: listing.name, reason: reason,
      others: names.map { $0.isHidden ? "\($0.name) (hidden)" : $0.name })
    note =
      others == 0
      ? nil
      : "the sheet ‘\(listing.name)’ is read, the first that is a table of figures (a guess); "
        + (others == 1 ? "there is another" : "there are \(others) others")
        + ": choose by --sheet"
  }

  /// The sheet has no cell with anything in it.
  private static func empty(
    _ listing: Workbook.Listing, holdsLost: Bool, others: [Workbook.Listing], at position: Position
  ) -> ReadingError {
    var place = position
    place.sheet = listing.name
    let names = others.prefix(12).map { "‘\($0.name)’\($0.isHidden ? " (hidden)" : "")" }
    let list = names.joined(separator: ", ") + (others.count > 12 ? ", …" : "")
    let remedy =
      switch others.count {
      case 0: "It is the only sheet of the workbook: put the table in it, or pass another file."
      case 1: "The other sheet is \(list): choose it by --sheet."
      default: "The other sheets are \(list): choose one by --sheet."
      }
    return ReadingError(
      .empty,
      holdsLost
        ? "the sheet holds nothing but errors and formulas without a result" : "the sheet is empty",
      at: place, remedy: remedy)
  }

  /// The sheet of a name, or at a place counted from 1.
  private static func listing(
    _ told: String, of sheets: [Workbook.Listing], at position: Position
  ) throws(ReadingError) -> Workbook.Listing {
    if let exact = sheets.first(where: { $0.name == told }) { return exact }
    if let loose = sheets.first(where: { $0.name.lowercased() == told.lowercased() }) {
      return loose
    }
    if let number = Int(told), sheets.indices.contains(number - 1) { return sheets[number - 1] }
    let names = sheets.map(\.name)
    throw ReadingError(
      .noPart, "there is no sheet ‘\(told)’ in the workbook", at: position,
      remedy: Suggestion.didYouMean(told, among: names)
        ?? "The sheets are \(names.prefix(12).map { "‘\($0)’" }.joined(separator: ", ")).")
  }
}
