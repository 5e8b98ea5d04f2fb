/// Areas as parts of a whole, nobody counted twice.
struct Partition {
  /// The parts, in their order.
  let parts: [Area]
  /// The group that holds all of them; nil where the data have none.
  let whole: Area?

  /// - Parameters:
  ///   - areas: those that there are, or those that were asked for.
  ///   - isAsked: whether they were asked for by name, so that none is left out in silence.
  /// - Throws: `ChartError` (`unfit`) where two of those asked for overlap.
  init(_ areas: [Area], isAsked: Bool, at place: Position) throws(ChartError) {
    let areas = orderedUnique(areas)
    let concordance = Concordance.standard
    let groups = areas.filter { $0.kind == .aggregate }
    let others = areas.filter { $0.kind != .aggregate }
    // The group that holds all others, if one does: the world before a region.
    let whole =
      groups.first { $0.code == "WLD" && areas.count > 1 }
      ?? groups.first { group in
        areas.count > 1
          && areas.allSatisfy { $0 == group || concordance.isPart($0, of: group) == true }
      }
    var parts = areas.filter { $0 != whole }
    if !isAsked {
      // Groups give way to countries, and to the groups that they are made of.
      parts = others.isEmpty ? Self.finest(parts, concordance) : others
    }
    for (index, one) in parts.enumerated() {
      // Countries are apart from one another; only groups have to be looked at.
      for other in parts.dropFirst(index + 1)
      where (one.kind == .aggregate || other.kind == .aggregate)
        && !concordance.areApart(one, other)
      {
        throw ChartError(
          .unfit,
          "‘\(one.name)’ and ‘\(other.name)’ may hold the same people, and parts of a whole must not",
          at: place,
          remedy: "Choose areas that are apart with --area: countries, or the regions of "
            + "one division.")
      }
    }
    self.parts = parts
    self.whole = whole
  }

  /// The groups without those that hold another of them.
  private static func finest(_ groups: [Area], _ concordance: Concordance) -> [Area] {
    groups.filter { group in
      !groups.contains { $0 != group && concordance.isPart($0, of: group) == true }
    }
  }
}
