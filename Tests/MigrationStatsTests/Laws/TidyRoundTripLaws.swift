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

  @Test(
    "Flags, footnotes, spans and all keys come back from the long form",
    arguments: [
      "area,year,value\nFrance,2000,1234b\nFrance,2001,5000 c\nSpain,2000,12 bp\nSpain,2001,: c\n",
      "area,year,value\nFrance,2000,12(1)\nFrance,2001,12 b\nSpain,2000,7 (2)\n",
      "area,year,value\nFrance,2000,12 [1]\nSpain,2000,7 r\nSpain,2001,8 ep\n",
      "area,year,value,status\nFrance,2000,5 p,b\nFrance,2001,6,ep\nFrance,2002,7,c\n",
      "1990,2000,2010,orig_id,dest_id,Origin,Destination\n5,6,7,FRA,ESP,France,Spain\n6,7,8,ESP,FRA,Spain,France\n",
      "area,1990-1995,2000\nFrance,5,6\nSpain,6,7\n",
      "area,kind,channel,year,value\nFrance,a,air,2000,5\nFrance,a,land,2000,6\nSpain,a,air,2000,7\n",
    ])
  func marks(text: String) throws {
    let written = Report(tidy: try panel(text)).text(.csv)
    let again = try panel(written)
    #expect(Report(tidy: again).text(.csv) == written)
    #expect(again.notes.allSatisfy { !$0.text.contains("left out") })
  }

  @Test("A told key of one text comes back too")
  func constantKey() throws {
    let first = try panel(
      "area,kind,year,value\nFrance,stock,2000,5\nSpain,stock,2000,6\n",
      TidyingOptions(keyColumns: ["kind"]))
    let written = Report(tidy: first).text(.csv)
    #expect(written.hasPrefix("area,code,year,value,unit,status,kind\n"))
    #expect(Report(tidy: try panel(written)).text(.csv) == written)
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
