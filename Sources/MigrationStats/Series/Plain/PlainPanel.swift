/// The series of a plain file of any size, as codes and numbers rather than as values of `Series`.
///
/// Only files of the plainest kind are read so, which the largest mostly are: a row a series with a
/// column a year, or a row a value, whose values are plain numbers. Its series and notes are those that
/// `Table.tidied` gives, and so is every byte of what is written of them; nothing else is held of the
/// file.
///
/// ```swift
/// let file = FileManager.default.temporaryDirectory.appending(path: "plain-panel.csv")
/// try Data("area,1990,1991,1992\nCanada,100,103,107\nIndia,50,51,53\n".utf8).write(to: file)
/// if let panel = try PlainPanel(contentsOf: file) {
///   print(panel.count, panel.account.kept)  // 2 2
///   try panel.writeTidy { rows in try FileHandle.nullDevice.write(contentsOf: rows) }
///   let growth = panel.growth(Panel.GrowthRequest(definitions: [.leastSquares]))
///   print(growth.map { _ in "grows" } ?? "does not grow")  // grows
/// }
/// ```
public struct PlainPanel: Sendable {
  /// What a series is about besides its area.
  struct Subject: Sendable, Hashable {
    let quantity: Quantity
    let unit: Unit
    /// The value of the key ‘quantity’; nil where the file has one quantity.
    let key: String?
  }

  /// The name of the file.
  public let source: String
  /// How the file is laid out.
  public let layout: Layout
  /// The names of the further columns that tell the series apart.
  public let keyNames: [String]
  /// What was done and seen on the way.
  public let notes: [Note]
  /// How many cells of the values hold no value.
  public let missingCount: Int
  /// What became of the records of the file.
  public let account: RowAccount

  /// The years that have a value, ascending.
  let years: [Int]
  let areas: [Area]
  let subjects: [Subject]
  /// Whether the first of the further columns is the vintage.
  let hasVintage: Bool
  /// The texts of the vintage, where there is such a column, and of the keys.
  let further: [[String]]
  /// What each series is of: places in the lists.
  let identities: PlainTally.Identities
  let values: PlainValues
  /// The statuses of the file, and the normal one behind them.
  let statuses: [Status]

  /// The number of series.
  public var count: Int { identities.count }
}

extension PlainPanel {
  /// The vintage of a series.
  func vintage(_ series: Int) -> String? {
    guard hasVintage else { return nil }
    let text = text(0, of: series)
    return text.isEmpty ? nil : text
  }

  /// The keys of a series.
  func keys(_ series: Int) -> [Series.Key] {
    let first = hasVintage ? 1 : 0
    let names = keyNames.suffix(further.count - first)
    let quantity = subject(of: series).key.map { [Series.Key("quantity", $0)] } ?? []
    return quantity
      + zip(names, first..<further.count).map { Series.Key($0, text($1, of: series)) }
  }

  /// The text of a further column.
  private func text(_ column: Int, of series: Int) -> String {
    further[column][Int(identities.further[column][series])]
  }

  /// What a series is about.
  private func subject(of series: Int) -> Subject { subjects[Int(identities.subjects[series])] }

  /// Whether some of the areas are groups.
  var hasGroups: Bool { areas.contains { $0.kind == .aggregate } }

  /// A series of a panel whose values are all kept.
  func series(_ number: Int) -> Series {
    let chunk = values.chunk(of: number, years: years)
    return series(number - chunk.series.lowerBound, of: chunk)
  }

  /// A series of a chunk, by its place among those that have their values there.
  ///
  /// Its observations do not say their lines.
  func series(_ place: Int, of chunk: PlainChunk) -> Series {
    let number = chunk.series.lowerBound + (chunk.kept?[place] ?? place)
    let subject = subject(of: number)
    var (observations, withheld) = ([Observation](), [Int]())
    for (index, year) in years.enumerated() {
      let cell = place * years.count + index
      let status = chunk.statuses.isEmpty ? .normal : statuses[Int(chunk.statuses[cell])]
      guard !chunk.values[cell].isNaN else {
        if status == .suppressed { withheld.append(year) }
        continue
      }
      observations.append(
        Observation(
          year: year, value: chunk.values[cell],
          halfUnit: 0.5 / PlainDigits.powers[Int(chunk.decimals[cell])], status: status))
    }
    return Series(
      area: areas[Int(identities.places[number])], quantity: subject.quantity, unit: subject.unit,
      vintage: vintage(number), keys: keys(number), observations: observations,
      suppressedYears: withheld, source: source)
  }
}
