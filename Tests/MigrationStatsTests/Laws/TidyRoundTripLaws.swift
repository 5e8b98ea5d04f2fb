import Testing

@testable import MigrationStats

@Suite("Laws of the long form")
struct TidyRoundTripLaws {
  private static let seeds: [UInt64] = Array(1...24)

  /// Random series of areas with awkward names, in random order, each year with a value once.
  private func randomText(
    _ random: inout RepeatableGenerator, hasSuppressed: Bool = false
  ) -> String {
    let pieces = ["Ab", "ü", ",", "\"", "\n", " ", "x’", ";", "(9)", "|", "-"]
    var names: [String] = ["World", "Côte d'Ivoire", "Namibia"]
    while names.count < 6 {
      let name = "Q" + random.text(of: pieces, upTo: 6) + "z"
      if !names.contains(name) { names.append(name) }
    }
    var lines: [String] = []
    for name in names {
      for sex in ["male", "female"] {
        for year in Int.random(in: 1950...1955, using: &random)...1960 {
          guard Int.random(in: 0..<5, using: &random) > 0 else { continue }
          let isSuppressed = hasSuppressed && Int.random(in: 0..<4, using: &random) == 0
          let value =
            isSuppressed
            ? "*" : Numerals.exact(random.double(exponents: -12...18))
          let status = isSuppressed ? Status.suppressed : random.pick(Status.allCases)
          guard isSuppressed || status != .suppressed else { continue }
          let quoted = name.replacing("\"", with: "\"\"")
          lines.append("\"\(quoted)\",\(sex),\(year),\(value),persons,\(status.rawValue)")
        }
      }
    }
    lines.shuffle(using: &random)
    return "area,sex,year,value,unit,status\n" + lines.joined(separator: "\n") + "\n"
  }

  /// What has to come back: everything but lines, rounding and the name of the file.
  private func essence(_ panel: Panel) -> [String] {
    panel.series.map { series in
      let values = series.observations.map { "\($0.year) \($0.value) \($0.status.rawValue)" }
      return "\(series.title) \(series.area.code ?? "–") \(series.area.kind) \(series.unit) "
        + "\(values) \(series.suppressedYears)"
    }
  }

  @Test("A panel written in the long form is read back the same", arguments: seeds)
  func roundTrip(seed: UInt64) throws {
    var random = RepeatableGenerator(seed: seed)
    let text = randomText(&random)
    let first = try panel(text)
    let written = Report(tidy: first).text(.csv)
    let second = try panel(written)
    #expect(second.keyNames == first.keyNames, "seed \(seed)")
    #expect(Set(essence(second)) == Set(essence(first)), "seed \(seed)")
    // Written once more it is the same to the byte, up to the order of the series.
    let again = Report(tidy: second).text(.csv)
    #expect(again == written, "seed \(seed)")
  }

  @Test("Suppressed values come back as suppressed", arguments: seeds)
  func suppressed(seed: UInt64) throws {
    var random = RepeatableGenerator(seed: seed)
    let first = try panel(randomText(&random, hasSuppressed: true))
    let second = try panel(Report(tidy: first).text(.csv))
    #expect(Set(essence(second)) == Set(essence(first)), "seed \(seed)")
  }

  @Test(
    "The data sets come back from their long form",
    arguments: ["communique-2009", "world-migrant-stock", "migrant-stock-2024"])
  func datasets(id: String) throws {
    let first = try catalog().dataset(id).panel()
    let second = try panel(Report(tidy: first).text(.csv))
    func values(_ panel: Panel) -> [String] {
      panel.series.map { series in
        "\(series.area.name) \(series.area.code ?? "–") "
          + "\(series.observations.map { "\($0.year) \($0.value) \($0.status.rawValue)" })"
      }
    }
    #expect(values(second) == values(first))
  }

  @Test("The wide and the long form of the same figures are the same panel", arguments: seeds)
  func wideAndLong(seed: UInt64) throws {
    var random = RepeatableGenerator(seed: seed)
    let areas = ["Canada", "France", "World", "Chad"]
    let years = [1990, 1995, 2000, 2004]
    var (wide, long) = (
      "area,\(years.map(String.init).joined(separator: ","))\n", "area,year,value\n"
    )
    for area in areas {
      var cells = [area]
      for year in years {
        let isMissing = Int.random(in: 0..<4, using: &random) == 0
        let value = isMissing ? "n/a" : Numerals.exact(random.double(exponents: 0...9))
        cells.append(value)
        long += "\(area),\(year),\(value)\n"
      }
      wide += cells.joined(separator: ",") + "\n"
    }
    let (first, second) = (try panel(wide), try panel(long))
    #expect(essence(first) == essence(second), "seed \(seed)")
    #expect(first.missingCount == second.missingCount, "seed \(seed)")
  }
}
