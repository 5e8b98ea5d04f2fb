import Foundation
import Testing

@testable import MigrationStats

/// Bytes gathered from whatever thread writes them, one at a time.
private final class Gathered: @unchecked Sendable {
  private(set) var bytes: [UInt8] = []
  func add(_ more: UnsafeRawBufferPointer) { bytes += more }
  var text: String { String(decoding: bytes, as: UTF8.self) }
}

@Suite("Laws of plain panels")
struct PlainPanelLaws {
  /// How often a text was read as a plain panel, and how often its growth was written from it.
  private struct Reach {
    var read = 0
    var grown = 0
  }

  private static let requests = [
    Panel.GrowthRequest(definitions: [.leastSquares]),
    Panel.GrowthRequest(definitions: [.leastSquares], level: 0.9),
    Panel.GrowthRequest(),
    Panel.GrowthRequest(definitions: [.compound], years: 1992...1996, interpolation: .linear),
  ]

  /// Expects what is written of a plain panel to be what is written of the table's.
  private func expectSame(
    _ text: String, partSize: Int, options: TidyingOptions, _ reach: inout Reach
  ) throws {
    try withFile(text) { path in
      let comment: Comment = "parts of \(partSize): \(text.debugDescription)"
      guard let parts = try? TextParts(.file(path), options: ReadingOptions(), partSize: partSize)
      else { return }
      for threads in [1, 3] {
        guard
          let plain = try PlainPanel(
            parts, reading: ReadingOptions(), tidying: options, threads: threads)
        else { continue }
        reach.read += 1
        let panel = try Table(.file(path)).tidied(options)
        #expect(plain.notes == panel.notes, comment)
        #expect(plain.account == panel.account, comment)
        #expect(plain.missingCount == panel.missingCount, comment)
        #expect(plain.keyNames == panel.keyNames, comment)
        #expect(plain.layout == panel.layout, comment)
        #expect(plain.count == panel.series.count, comment)
        let tidy = Gathered()
        try plain.writeTidy { tidy.add($0) }
        #expect(tidy.text == Report(tidy: panel).text(.csv), comment)
        for request in Self.requests {
          let growth = plain.growth(request)
          let read = try PlainGrowth(
            parts, request, reading: ReadingOptions(), tidying: options, threads: threads)
          #expect((growth == nil) == (read == nil), comment)
          guard let growth, let read else { continue }
          reach.grown += 1
          let law = try Report(panel.growth(request), keyNames: panel.keyNames).text(.csv)
          for growth in [growth, read] {
            let written = Gathered()
            try growth.write { written.add($0) }
            #expect(written.text == law, comment)
          }
          #expect(read.notes == panel.notes, comment)
        }
      }
    }
  }

  private static let areas = [
    ("Canada", "CAN"), ("India", "IND"), ("Korea, Rep.", "KOR"), ("Namibia", "NAM"),
    ("Côte d’Ivoire", "CIV"), ("Mexico", "MEX"), ("Xanadu", "XDU"), ("Ruritania", "RUR"),
    ("Kenya", "KEN"),
  ]

  /// A value cell: mostly a plain number about a level, so that series grow.
  private func value(
    _ level: inout Double, _ decimals: Int, isOdd: Bool, _ random: inout RepeatableGenerator
  ) -> String {
    level *= Double.random(in: 0.9...1.25, using: &random)
    switch Int.random(in: 0..<40, using: &random) {
    case 0...5: return ""
    case 6: return random.pick(["..", "NaN", "NA"])
    case 7: return random.pick(["300000", "1200000", "0.5", "1.234", "999.999", "7.50"])
    case 8 where isOdd:
      return random.pick(["-3", "0", "12 b", "\"1,234\"", "-", "*", "5.", "1e3", "x"])
    default:
      let shift = (0..<decimals).reduce(1.0) { power, _ in power * 10 }
      let whole = Int64(level * shift)
      guard decimals > 0 else { return "\(whole)" }
      let fraction = "\(whole % Int64(shift))"
      return "\(whole / Int64(shift))." + String(repeating: "0", count: decimals - fraction.count)
        + fraction
    }
  }

  private func quoted(_ text: String) -> String { text.contains(",") ? "\"\(text)\"" : text }

  @Test("What is written of a wide text is what is written of its table", arguments: 1...26)
  func wide(seed: Int) throws {
    var random = RepeatableGenerator(seed: UInt64(seed))
    let isOdd = seed % 5 == 0
    let indicators = random.pick([
      ["Migrant stock (persons)"], ["Arrivals", "Departures (thousands)", "Migrant stock"],
      ["Refugees, total", "Number of migrants"],
    ])
    let hasCode = seed % 3 > 0
    let hasKey = seed % 4 == 1
    var years = Array(1990..<1990 + Int.random(in: 3...12, using: &random))
    if seed % 7 == 3 { years.shuffle(using: &random) }
    var lines = [
      (["Country Name"] + (hasCode ? ["Country Code"] : []) + ["Indicator Name"]
        + (hasKey ? ["sex"] : []) + (seed % 6 == 2 ? ["rank"] : []) + years.map { "\($0)" })
        .joined(separator: ",")
    ]
    if seed % 8 == 4 { lines.insert("Migrants by country\n", at: 0) }
    var areas = Self.areas
    if seed % 9 == 5 { areas.insert(("World", "WLD"), at: 2) }
    if seed % 9 == 7 { areas.append(("India", "PAK")) }
    let decimals = random.pick([[0], [0, 2], [6], [3], [0, 1, 5]])
    for area in areas.prefix(Int.random(in: 3...11, using: &random)) {
      for indicator in indicators {
        for sex in hasKey ? ["male", "female"] : [""] {
          guard Int.random(in: 0..<8, using: &random) > 0 else { continue }
          var level = abs(random.double(exponents: 2...6))
          let values = years.map { _ in
            value(&level, random.pick(decimals), isOdd: isOdd, &random)
          }
          let words =
            [area.0] + (hasCode ? [area.1] : []) + [indicator] + (hasKey ? [sex] : [])
            + (seed % 6 == 2 ? ["\(Int.random(in: 1...30, using: &random))"] : [])
          lines.append((words.map(quoted) + values).joined(separator: ","))
        }
      }
      if seed % 10 == 6 { lines.append("") }
    }
    if seed % 11 == 8 { lines.append(lines[1]) }
    if seed % 12 == 9 { lines += ["", "Source: somebody"] }
    let text = lines.joined(separator: seed % 2 == 0 ? "\n" : "\r\n") + (seed % 13 == 1 ? "" : "\n")
    var reach = Reach()
    for partSize in [150, 1 << 16] {
      try expectSame(text, partSize: partSize, options: TidyingOptions(), &reach)
    }
    // Most texts are plain ones.
    let isPlain = !isOdd && seed % 11 != 8 && seed % 9 != 7
    if isPlain { #expect(reach.read > 0, "\(text)") }
    if isPlain { #expect(reach.grown > 0, "\(text)") }
  }

  @Test("What is written of a long text is what is written of its table", arguments: 1...26)
  func long(seed: Int) throws {
    var random = RepeatableGenerator(seed: UInt64(1000 + seed))
    let isOdd = seed % 5 == 0
    let (hasStatus, hasVintage, hasUnit) = (seed % 3 == 0, seed % 4 == 1, seed % 2 == 0)
    let hasNote = seed % 6 == 5
    let header =
      ["area", "code", "year"]
      + ["value", hasUnit ? "unit" : nil, hasStatus ? "status" : nil]
      .compactMap(\.self) + (hasVintage ? ["vintage"] : []) + ["sex"] + (hasNote ? ["note"] : [])
    var rows: [[String]] = []
    let areas = seed % 8 == 2 ? [("World", "WLD")] + Self.areas : Self.areas
    for area in areas.prefix(Int.random(in: 2...9, using: &random)) {
      for sex in ["male", "female"] {
        for vintage in hasVintage ? ["2019", "2020"] : [""] {
          var level = abs(random.double(exponents: 2...6))
          for year in 1990..<1990 + Int.random(in: 2...9, using: &random) {
            guard Int.random(in: 0..<9, using: &random) > 0 else { continue }
            let status = random.pick(["A", "A", "A", "A", "A", "E", "", isOdd ? "?" : "P"])
            var cells = [area.0, area.1, "\(year)"]
            let isWithheld = hasStatus && Int.random(in: 0..<20, using: &random) == 0
            cells.append(
              isWithheld
                ? "" : value(&level, random.pick([0, 2]), isOdd: isOdd, &random))
            if hasUnit { cells.append(random.pick(["persons"])) }
            if hasStatus { cells.append(isWithheld ? "Q" : seed % 2 == 1 ? "A" : status) }
            if hasVintage { cells.append(vintage) }
            rows.append(cells + [sex] + (hasNote ? [random.pick(["", "a note"])] : []))
          }
        }
      }
    }
    if seed % 4 != 3 { rows.shuffle(using: &random) }
    if seed % 7 == 6, let first = rows.first { rows.append(first) }
    let text =
      ([header] + rows).map { $0.map(quoted).joined(separator: ",") }.joined(separator: "\n") + "\n"
    var reach = Reach()
    var told = TidyingOptions()
    told.keyColumns = ["sex"]
    for options in [TidyingOptions(), told] {
      for partSize in [150, 1 << 16] {
        try expectSame(text, partSize: partSize, options: options, &reach)
      }
    }
    if !isOdd, seed % 7 != 6 { #expect(reach.read > 0, "\(text)") }
  }

  @Test(
    "What is not of the plainest kind is left to the table",
    arguments: [
      "area,1990,1991\nCanada,1,2\nCanada,3,4\n",
      "area,1990,1991\nCanada,1,2\nIndia,12 b,4\n",
      "area,1990,1991\nCanada,1,2\nIndia,-,4\n",
      "area,1990,1991\nCanada,1,2\n,3,4\n",
      "area,1990,1991\nSwaziland,1,\nEswatini,,4\n",
      "area,1990,1991\nCanada,1,2\nA note of words,,\n",
      "area,1990 (m),1990 (f),1991 (m),1991 (f)\nCanada,1,2,3,4\nIndia,1,2,3,4\n",
      "area,year,value\nCanada,1990,1\nCanada,1990,2\n",
      "area,year,value\nCanada,1990,1\nCanada,1990-1995,2\n",
      "area,year,value,rounding\nCanada,1990,1,10\nCanada,1991,2,10\n",
      "area,year,value,colour\nCanada,1990,1,red\nCanada,1990,2,blue\n",
      "area,a,b\nCanada,1,2\nIndia,1,2\n",
      "area,1990,1991\nCanada,1,2\n\u{FEFF}India,1,2\n",
      "area,1990,1991\nCanada,1,2\nIndia,3,4\narea,1995,1996\nKenya,1,2\n",
      "area,1990\nCanada,1\nIndia,3\narea,1995\nKenya,1\n",
      "area,year,value\nCanada,1990,1\nCAN,1990,2\n",
      "area,year,value,further_flags\nCanada,1990,1,c\nCanada,1991,2,\n",
    ])
  func odd(text: String) throws {
    try withFile(text) { path in
      let panel = try PlainPanel(.file(path), reading: ReadingOptions(), tidying: TidyingOptions())
      #expect(panel.map(\.count) == nil)
    }
  }

  /// Countries that do not all report in all years, and groups that are their sum or are not.
  private func groups(seed: Int, _ random: inout RepeatableGenerator) -> [[String]] {
    let years = Array(1990...1990 + 4 + seed % 5)
    let sexes = ["male", "female"]
    var rows: [[String]] = []
    for sex in sexes {
      let reporters = Self.areas.filter { _ in Int.random(in: 0..<9, using: &random) > 0 }.map {
        area in
        let first = Int.random(in: 0..<4, using: &random) > 0 ? 0 : 2
        let last = Int.random(in: 0..<3, using: &random) > 0 ? years.count : 3
        let values = years.indices.map { place -> Int? in
          (first..<last).contains(place) ? 1_000 + Int.random(in: 0..<500, using: &random) : nil
        }
        return (area: area, values: values)
      }
      rows += reporters.map { area, values in
        [area.0, area.1, sex] + values.map { $0.map(String.init) ?? "" }
      }
      let isSum = Int.random(in: 0..<4, using: &random) > 0
      for (name, code) in [("World", "WLD"), ("High income", "HIC"), ("Arab World", "ARB")] {
        let group = Area(name: name, code: code, kind: .aggregate)
        let sums = years.indices.map { place -> String in
          let members = reporters.filter { area, values in
            values[place] != nil
              && group.hasMember(Concordance.standard.area(name: area.0, code: area.1))
          }
          let sum = members.reduce(isSum ? 0 : 10) { $0 + ($1.values[place] ?? 0) }
          return sum == 0 ? "" : "\(sum)"
        }
        let place = Int.random(in: 0...rows.count, using: &random)
        rows.insert([name, code, sex] + sums, at: place)
      }
    }
    return [["Country Name", "Country Code", "sex"] + years.map(String.init)] + rows
  }

  @Test("Groups are made like for like as in the table", arguments: 1...20)
  func groups(seed: Int) throws {
    var random = RepeatableGenerator(seed: UInt64(2000 + seed))
    let wide = groups(seed: seed, &random)
    let years = wide[0].dropFirst(3)
    var long = [["Country Name", "Country Code", "sex", "year", "value"]]
    for row in wide.dropFirst() {
      for (year, value) in zip(years, row.dropFirst(3)) where !value.isEmpty {
        long.append(row.prefix(3) + [year, value])
      }
    }
    for rows in [wide, long] {
      let text = text(rows)
      var reach = Reach()
      for partSize in [150, 1 << 16] {
        try expectSame(text, partSize: partSize, options: TidyingOptions(), &reach)
      }
      #expect(reach.grown > 0, "\(text)")
    }
  }

  private func text(_ rows: [[String]]) -> String {
    rows.map { $0.map(quoted).joined(separator: ",") + "\n" }.joined()
  }

  @Test("Those texts have both: groups made like for like, and groups that cannot be")
  func bothForms() throws {
    let texts = try (1...20).map { (seed: Int) -> String in
      var random = RepeatableGenerator(seed: UInt64(2000 + seed))
      let panel = try panel(text(groups(seed: seed, &random)))
      return try Report(panel.growth(Self.requests[0]), keyNames: panel.keyNames).text(.csv)
    }
    #expect(texts.count { $0.contains(",matched,") } > 3)
    #expect(texts.count { $0.contains("In the file") } > 3)
  }

  @Test("Columns that come out nowhere are named alike, and one year alone is wide")
  func leftOut() throws {
    let long =
      "area,comment,sex,year,value,lower\n"
      + (1990...1999).map { year in
        ["Canada", "India"].map { area in
          "\(area),\(year % 3 == 0 ? "a comment" : ""),both,\(year),\(year * 3),\(year)\n"
        }.joined()
      }.joined()
    var told = TidyingOptions()
    told.keyColumns = ["sex"]
    let wide = "area,code,1990\nCanada,CAN,5\nIndia,IND,1990\nKenya,KEN,6.5\nMexico,MEX,\n"
    for partSize in [40, 150, 1 << 16] {
      var (first, second) = (Reach(), Reach())
      try expectSame(long, partSize: partSize, options: told, &first)
      #expect(first.read > 0)
      try expectSame(wide, partSize: partSize, options: TidyingOptions(), &second)
      #expect(second.read > 0)
    }
    #expect(try panel(long, told).notes.contains { $0.text.hasSuffix("‘comment’, ‘lower’") })
  }

  @Test(
    "A dot that may group digits is named alike, and where one number settles it",
    arguments: [
      "area,1990,1991\nCanada,5,7\nIndia,12,1.234\nKenya,2.345,4.000\nMexico,-3.250,999.999\n",
      "area,1990,1991\nCanada,5,4.000\nIndia,1.234,7.000\nKenya,2.345,0.250\nMexico,,1.500\n",
      "area,year,value\nCanada,1990,7\nCanada,1991,4.000\nIndia,1990,1.234\nIndia,1991,5.125\n",
      "area,year,value\nCanada,1990,7\nCanada,1991,4.000\nIndia,1990,1234.500\nIndia,1991,5.125\n",
    ])
  func thousandths(text: String) throws {
    for partSize in [40, 150, 1 << 16] {
      var reach = Reach()
      try expectSame(text, partSize: partSize, options: TidyingOptions(), &reach)
      #expect(reach.read > 0)
    }
  }

  @Test("A year without a row has no status, whichever comes first in the file")
  func withheldFirst() throws {
    let text = """
      area,code,year,value,status
      Canada,CAN,1990,,Q
      Canada,CAN,1993,4,A
      India,IND,1991,1,A
      India,IND,1992,3,E

      """
    var reach = Reach()
    try expectSame(text, partSize: 1 << 16, options: TidyingOptions(), &reach)
    #expect(reach.read > 0)
  }
}
