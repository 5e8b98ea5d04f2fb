/// What the shared columns of a row say: which series it belongs to.
struct SeriesReader {
  /// The columns of the further keys.
  let keyColumns: [Int]
  /// Whether the file has more than one quantity, which then is a key too.
  let hasManyQuantities: Bool

  private let table: Table
  private let columns: Layout.SharedColumns
  /// The columns of areas that hold alpha-2 codes throughout.
  private let alpha2Columns: Set<Int>
  private let texts: [Int: TextColumn]
  /// The codes of the columns that make a series, in their order.
  private let codes: [[Int]]
  private let keyNames: [Int: String]
  private let options: TidyingOptions
  private let valueHeader: String?
  /// The tag of the column of values, where the file has tags.
  private let tag: String?
  /// What comes with the data about the codes in them.
  private let countries: CountryMetadata

  /// What the header says of the columns of years that are read.
  private let group: Layout.ColumnGroup?
  /// The place of that group among those of the header.
  private let number: Int

  /// - Parameters:
  ///   - tag: the tag of the column of values.
  ///   - group: what a header of two lines says of the columns that are read.
  ///   - number: its place among the groups.
  ///   - namesQuantity: whether groups are of different quantities.
  init(
    _ table: Table, _ columns: Layout.SharedColumns, options: TidyingOptions, valueHeader: String?,
    tag: String? = nil, group: Layout.ColumnGroup? = nil, number: Int = 0,
    namesQuantity: Bool = false
  ) {
    self.table = table
    (self.group, self.number) = (group, number)
    self.columns = columns
    self.options = options
    (self.valueHeader, self.tag) = (valueHeader, tag)
    countries = table.countries
    keyColumns = columns.keys
    let order =
      [
        columns.area, columns.code, columns.quantity, columns.unit, columns.multiplier,
        columns.vintage,
      ]
      .compactMap(\.self) + columns.keys
    var texts: [Int: TextColumn] = [:]
    for column in order { texts[column] = TextColumn(table, column) }
    self.texts = texts
    alpha2Columns = Set(
      [columns.area, columns.code].compactMap(\.self).filter { column in
        texts[column].map { Self.holdsAlpha2($0.values) } ?? false
      })
    codes = order.compactMap { texts[$0]?.codes }
    keyNames = Dictionary(uniqueKeysWithValues: columns.keys.map { ($0, table.columnName($0)) })
    hasManyQuantities =
      namesQuantity || (columns.quantity.flatMap { texts[$0]?.values.count } ?? 0) > 1
  }

  /// Whether a row belongs to the same series as the one before it.
  func continues(_ row: Int) -> Bool {
    row > 0 && codes.allSatisfy { $0[row] == $0[row - 1] }
  }

  /// What tells the row's series from others; nil where the row names no area and should.
  func key(_ row: Int) -> [Int]? {
    if columns.area != nil || columns.code != nil {
      guard text(columns.area, row) != nil || text(columns.code, row) != nil else { return nil }
    }
    return [number] + codes.map { $0[row] }
  }

  /// The texts that name the row's area, as numbers.
  func areaKey(_ row: Int) -> [Int] {
    [columns.area, columns.code].compactMap(\.self).compactMap { texts[$0]?.codes[row] }
  }

  func area(_ row: Int) -> Area {
    guard columns.area != nil || columns.code != nil else { return .unnamed }
    let concordance = Concordance.standard
    var (name, code) = (text(columns.area, row), text(columns.code, row))
    if let column = columns.area, alpha2Columns.contains(column), let alpha2 = name {
      name = concordance.entry(alpha2: alpha2)?.name ?? alpha2
    }
    if let column = columns.code, alpha2Columns.contains(column), let alpha2 = code {
      code = concordance.entry(alpha2: alpha2)?.code ?? alpha2
    }
    if let name, let code, let conflict = concordance.country(named: name, against: code) {
      return concordance.area(name: name, code: conflict.meant.code)
    }
    let area = concordance.area(name: name, code: code)
    // What the concordance does not hold, the publisher's own list may.
    guard area.kind == .unknown, let code, let own = countries.entries[code] else { return area }
    return Area(
      name: name ?? own.name, code: code, kind: own.isAggregate ? .aggregate : .country)
  }

  /// A name and a code in one row that mean different areas; the name decides.
  func contradiction(_ row: Int) -> String? {
    guard let name = text(columns.area, row), let code = text(columns.code, row),
      let conflict = Concordance.standard.country(named: name, against: code)
    else { return nil }
    return "‘\(name)’ has the code \(code), which is that of \(conflict.coded.name)"
  }

  /// Whether the texts are alpha-2 codes; those of groups beside them, such as EU27_2020, speak neither
  /// for it nor against.
  private static func holdsAlpha2(_ values: [String]) -> Bool {
    let codes = values.filter { value in
      !value.isEmpty
        && (value.utf8.count == 2 || Concordance.standard.entry(code: value)?.kind != .aggregate)
    }
    let known = codes.count { $0.utf8.count == 2 && Concordance.standard.entry(alpha2: $0) != nil }
    return !codes.isEmpty && known * 10 >= codes.count * 9
  }

  func quantity(_ row: Int) -> Quantity {
    if let told = options.quantity { return told }
    if let name = quantityName(row) { return Quantity(UnitText.split(name).quantity) }
    guard let valueHeader, Self.unit(of: valueHeader) == nil else { return .notStated }
    let name = UnitText.split(valueHeader).quantity
    return name.isEmpty || ColumnRole(header: name) != nil ? .notStated : Quantity(name)
  }

  /// The unit that the row has: the one told, or the row's own.
  func unit(_ row: Int) throws(TidyingError) -> Unit {
    if let told = options.unit { return told }
    return try ownUnit(row)
  }

  /// The unit that the row states, counted as its multiplier says.
  func ownUnit(_ row: Int) throws(TidyingError) -> Unit {
    let base = text(columns.unit, row).map(writtenUnit) ?? statedUnit(row)
    guard let multiplier = text(columns.multiplier, row) else { return base }
    guard let power = Unit.power(ofMultiplier: multiplier) else {
      throw TidyingError(
        .layout, "‘\(multiplier)’ is not a multiplier of the unit",
        at: table.position(row, columns.multiplier),
        remedy: "SDMX's are powers of ten: 0, 3, 6 and so on.")
    }
    return .counted(base, power: power)
  }

  /// The unit that a column of units has: in SDMX's a code, or a label behind it.
  private func writtenUnit(_ text: String) -> Unit {
    let header = columns.unit.map { Concordance.folded(table.header[$0]) }
    let isCoded = header == "unit measure" || LabelColumns(table).isLabelled
    return isCoded ? Unit(coded: text) : Unit(written: text)
  }

  private func statedUnit(_ row: Int) -> Unit {
    if let unit = tag.flatMap({ Unit(tag: $0) }) { return unit }
    if let name = quantityName(row), let unit = UnitText.split(name).unit {
      return Unit(unit)
    }
    guard let valueHeader else { return .notStated }
    return Self.unit(of: valueHeader) ?? UnitText.split(valueHeader).unit.map { Unit($0) }
      ?? .notStated
  }

  func vintage(_ row: Int) -> String? { text(columns.vintage, row) }

  func keys(_ row: Int) -> [Series.Key] {
    var keys: [Series.Key] = []
    if hasManyQuantities { keys.append(Series.Key("quantity", quantityName(row) ?? "")) }
    for column in columns.keys {
      keys.append(Series.Key(keyNames[column] ?? "", text(column, row) ?? ""))
    }
    if let sex = group?.sex { keys.append(Series.Key("sex", sex)) }
    if let part = group?.part { keys.append(part) }
    return keys
  }

  /// What is measured: as a column says, else as the header does.
  private func quantityName(_ row: Int) -> String? {
    text(columns.quantity, row) ?? group.flatMap { $0.quantity.isEmpty ? nil : $0.quantity }
  }

  private func text(_ column: Int?, _ row: Int) -> String? {
    guard let column, let text = texts[column]?[row], !text.isEmpty else { return nil }
    return text
  }

  private static func unit(of header: String) -> Unit? {
    switch header.lowercased() {
    case "persons", "people": .persons
    default: nil
    }
  }
}
