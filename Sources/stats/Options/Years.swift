import ArgumentParser

/// One year, as `2019`, or a first and a last one, as `1990-2019`.
struct Years {
  /// The years; the first is the last where one is given.
  let years: ClosedRange<Int>

  init(_ text: String) throws {
    if text.utf8.count == 4, text.utf8.allSatisfy({ (48...57).contains($0) }), let year = Int(text)
    {
      years = year...year
      return
    }
    guard text.contains(where: { "-–:".contains($0) }) else {
      throw ValidationError(
        "‘\(text)’ is neither a year nor a span: write it as 2019 or 1990-2019.")
    }
    years = try YearSpan(text).years
  }
}
