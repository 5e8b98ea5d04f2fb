internal import CCells

extension CellGrid {
  /// What the cells of a row hold that are all numbers of plain digits, or empty.
  struct Numbers {
    /// How many are empty.
    let missing: Int
    /// Whether one is written without a dot.
    let hasWhole: Bool
    /// Whether one has three decimals behind one to three digits, which a dot may group.
    let hasGroups: Bool
    /// Whether one has other decimals.
    let hasDecimals: Bool
  }

  /// Reads cells of a row that stand side by side, if each is empty or holds a number of plain digits
  /// within sixteen bytes: what `PlainDigits` reads of each, many at a time.
  ///
  /// - Parameters:
  ///   - columns: not the first one.
  ///   - values: room for the value of each, not a number where a cell is empty.
  ///   - decimals: room for how many decimals each is written with.
  /// - Returns: nil where a cell takes a closer look.
  @inline(__always)
  func numbers(
    ofRow row: Int, _ columns: Range<Int>, to values: UnsafeMutablePointer<Double>,
    decimals: UnsafeMutablePointer<UInt8>, processor: Processor = .atHand
  ) -> Numbers? {
    let found = ccells_numbers(
      bytes, ends + (row &* width &+ columns.lowerBound), columns.count, values, decimals,
      processor.generation)
    guard found.are_plain else { return nil }
    return Numbers(
      missing: found.missing, hasWhole: found.has_whole, hasGroups: found.has_groups,
      hasDecimals: found.has_decimals)
  }
}
