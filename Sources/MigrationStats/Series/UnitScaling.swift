/// The units of series whose rows state none, and values multiplied on request.
struct UnitScaling {
  private let isScaled: Bool
  private let stated: (unit: Unit, position: Position)?
  private let implied: ImpliedUnits
  private let place: Position
  private var scaled: Set<Unit> = []
  private var hasStated = false
  /// The unit, where one was guessed.
  private(set) var guess: DialectFinding.Part?
  /// What was done.
  private(set) var notes: [Note] = []

  init(_ options: TidyingOptions, _ table: Table, _ layout: Layout, drafts: [SeriesDraft]) {
    isScaled = options.isScaled
    place = table.place()
    var titles = table.titles
    if case .wideByYear(_, let others) = layout, let column = others.area ?? others.code {
      titles.append((table.header[column], table.headerLine))
    }
    let found = titles.compactMap { title in
      UnitText.stated(in: title.text).map { (unit: Unit($0), line: title.line) }
    }
    // Titles that contradict one another state nothing, and imply nothing.
    let isClear = Set(found.map(\.unit)).count == 1
    stated =
      isClear ? found.first.map { (unit: $0.unit, position: table.place(line: $0.line)) } : nil
    implied =
      isClear || found.isEmpty
      ? ImpliedUnits(drafts, titles: table.titles.map(\.text), at: table.place()) : ImpliedUnits()
  }

  /// The draft in the unit that the titles state, where its rows state none; multiplied if asked for.
  mutating func applied(to draft: SeriesDraft) throws(TidyingError) -> SeriesDraft {
    var draft = draft
    if draft.unit == .notStated, let stated {
      draft.unit = stated.unit
      noteGuess(stated.unit)
      if !hasStated {
        hasStated = true
        notes.append(
          Note(
            "the unit ‘\(stated.unit.name)’ is taken from the title (a guess; told with --unit)",
            at: stated.position))
      }
    }
    if draft.unit == .notStated, let sign = draft.currency { draft.unit = Unit(sign) }
    if draft.unit == .notStated, let unit = implied.unit(of: draft) {
      draft.unit = unit.unit
      noteGuess(unit.unit)
      if !notes.contains(unit.note) { notes.append(unit.note) }
    }
    guard isScaled, let (power, base) = draft.unit.multiplier else { return draft }
    if scaled.insert(draft.unit).inserted {
      notes.append(
        Note(
          "values are multiplied by \(Self.word(power)): from ‘\(draft.unit.name)’ to "
            + "‘\(base.name)’", at: place))
    }
    draft.observations = draft.observations.map { $0.multiplied(power: power) }
    draft.unit = base
    return draft
  }

  private mutating func noteGuess(_ unit: Unit) {
    guess = DialectFinding.Part(name: "unit", value: unit.name, basis: .guessed, evidence: "")
  }

  private static func word(_ power: Int) -> String {
    (0...15).contains(power)
      ? Numerals.grouped(Double("1e\(power)") ?? 0, decimals: 0) : "10^\(power)"
  }
}

extension Observation {
  /// The observation with its value and its rounding multiplied by a power of ten.
  ///
  /// The shortest decimal digits of the value are moved, so that 1.1 thousand is 1100 and no
  /// 1100.0000000000002.
  func multiplied(power: Int) -> Observation {
    Observation(
      year: year, value: Self.moved(value, by: power),
      exact: power > 0 ? exact.map { $0 + String(repeating: "0", count: power) } : nil,
      halfUnit: Self.moved(halfUnit, by: power), bound: bound, status: status, lines: lines,
      attributes: attributes)
  }

  private static func moved(_ value: Double, by power: Int) -> Double {
    guard value != 0, value.isFinite else { return value }
    let (digits, point) = Numerals.decimalDigits(abs(value))
    let text = digits.map(String.init).joined()
    let size = Double("\(text)e\(point - digits.count + power)") ?? abs(value)
    return value < 0 ? -size : size
  }
}
