import ArgumentParser
import MigrationStats

/// Which series are taken, and which years of them.
struct SelectionOptions: ParsableArguments {
  @OptionGroup var series: SeriesOptions

  @Option(
    help: ArgumentHelp(
      "The first and the last year. All years unless told.", valueName: "first-last"),
    transform: YearSpan.init)
  var years: YearSpan?

  /// The areas asked for.
  var area: [String] { series.area }

  /// Whether anything is asked for.
  var isTold: Bool { isSelective || years != nil }

  /// Whether only some series are asked for.
  var isSelective: Bool {
    !series.area.isEmpty || !series.vintage.isEmpty || !series.further.keys.isEmpty
  }

  /// The panel with only the series asked for.
  func selected(from panel: Panel) throws -> Panel {
    try panel.selecting(
      areas: series.area, vintages: series.vintages(of: panel.source), keys: series.further.keys)
  }

  /// The panel with only the values of the years asked for.
  func limited(_ panel: Panel) -> Panel {
    years.map { panel.limited(to: $0.years) } ?? panel
  }
}

/// A first and a last year, as `1990-2019`.
struct YearSpan {
  let years: ClosedRange<Int>

  init(_ text: String) throws {
    let dashes: Set<Character> = ["-", "–", ":"]
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { dashes.contains($0) }
    let numbers = parts.compactMap { part in
      part.count == 4 && part.allSatisfy(\.isASCII) ? Int(part) : nil
    }
    guard parts.count == 2, numbers.count == 2 else {
      throw ValidationError("‘\(text)’ is not a span of years: write it as 1990-2019.")
    }
    guard numbers[0] != numbers[1] else {
      throw ValidationError("‘\(text)’ begins and ends in the same year: growth needs two years.")
    }
    guard numbers[0] < numbers[1] else {
      throw ValidationError(
        "‘\(text)’ runs backwards: write it as \(numbers[1])-\(numbers[0]).")
    }
    years = numbers[0]...numbers[1]
  }
}
