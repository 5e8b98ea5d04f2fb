import ArgumentParser
import MigrationStats

/// Which series are taken.
struct SelectionOptions: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: ArgumentHelp("An area by name or code; repeatable. All unless told.", valueName: "area"))
  var area: [String] = []

  @Option(
    help: ArgumentHelp("A vintage by its id, or all; repeatable. All unless told.", valueName: "id")
  )
  var vintage: [String] = []

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "A value of a further column, such as sex=female; repeatable.", valueName: "column=value"),
    transform: Series.Key.init(word:))
  var keys: [Series.Key] = []

  @Option(
    help: ArgumentHelp(
      "The first and the last year. All years unless told.", valueName: "first-last"),
    transform: YearSpan.init)
  var years: YearSpan?

  /// Whether anything is asked for.
  var isTold: Bool { !area.isEmpty || !vintage.isEmpty || !keys.isEmpty || years != nil }

  /// The panel with only the series asked for.
  func selected(from panel: Panel) throws -> Panel {
    try panel.selecting(areas: area, vintages: vintage, keys: keys)
  }

  /// The panel with only the values of the years asked for.
  func limited(_ panel: Panel) -> Panel {
    years.map { panel.limited(to: $0.years) } ?? panel
  }
}

extension Series.Key {
  /// A column and a value, as `sex=female`.
  init(word text: String) throws {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw ValidationError("‘\(text)’ is not a column and a value: write it as sex=female.")
    }
    self.init(parts[0], parts[1])
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
