/// The places of a flow diagram: the largest by name, the rest as one.
struct FlowNodes {
  /// The diagram.
  let diagram: FlowDiagram
  /// The names of the places that are grouped, in alphabetical order.
  let grouped: [String]

  static let restName = "Other"

  /// - Parameter top: how many places are told by name, on each side where there are two.
  init(_ matrix: FlowMatrix, top: Int, isCircular: Bool, isStock: Bool, unit: UnitPhrase) {
    let origins = Self.totals(matrix.cells) { [$0.origin] }
    let destinations = Self.totals(matrix.cells) { [$0.destination] }
    // One circle has a place once, two columns have it on each side.
    let sides =
      isCircular
      ? [Self.totals(matrix.cells) { [$0.origin, $0.destination] }] : [origins, destinations]
    let kept = sides.map { Self.kept($0, top: top) }
    let coloured = Self.coloured(origins, among: kept[0])
    var nodes: [FlowDiagram.Node] = []
    var places: [[Area: Int]] = []
    var rests: [Int?] = []
    for (side, names) in zip(sides, kept) {
      var index: [Area: Int] = [:]
      for area in names {
        index[area] = nodes.count
        nodes.append(
          FlowDiagram.Node(
            name: area.name, ink: coloured.firstIndex(of: area).map { .series($0) } ?? .context))
      }
      places.append(index)
      let hasRest = side.count > names.count
      rests.append(hasRest ? nodes.count : nil)
      if hasRest { nodes.append(FlowDiagram.Node(name: Self.restName, ink: .context)) }
    }
    var sums: [[Int]: Double] = [:]
    for cell in matrix.cells {
      let from = places[0][cell.origin] ?? rests[0] ?? 0
      let last = places.count - 1
      let to = places[last][cell.destination] ?? rests[last] ?? 0
      sums[[from, to], default: 0] += cell.value
    }
    let ribbons = sums.keys.sorted { $0.lexicographicallyPrecedes($1) }.map {
      FlowDiagram.Ribbon(origin: $0[0], destination: $0[1], value: sums[$0] ?? 0)
    }
    let largest = [origins, destinations].flatMap(\.self).map(\.value).max() ?? 0
    let divisor = unit.divisor(of: largest)
    diagram = FlowDiagram(
      nodes: nodes, ribbons: ribbons, isCircular: isCircular, unit: unit.phrase(divisor),
      divisor: divisor, isStock: isStock)
    grouped = orderedUnique(
      zip(sides, kept).flatMap { side, names in
        side.map(\.area).filter { !names.contains($0) }.map(\.name)
      }
    ).sorted()
  }

  private typealias Total = (area: Area, value: Double)

  /// What begins or ends at each place, the largest first.
  private static func totals(
    _ cells: [FlowMatrix.Cell], _ places: (FlowMatrix.Cell) -> [Area]
  ) -> [Total] {
    var sums: [Area: Double] = [:]
    for cell in cells {
      for area in places(cell) { sums[area, default: 0] += cell.value }
    }
    return sums.map { (area: $0.key, value: $0.value) }.sorted {
      $0.value == $1.value ? $0.area.name < $1.area.name : $0.value > $1.value
    }
  }

  /// The largest; all of them where only one would be left, which has a name of its own.
  private static func kept(_ totals: [Total], top: Int) -> [Area] {
    let areas = totals.map(\.area)
    return areas.count <= top + 1 ? areas : Array(areas.prefix(top))
  }

  /// The places that have a colour: the largest origins.
  private static func coloured(_ origins: [Total], among kept: [Area]) -> [Area] {
    Array(origins.map(\.area).filter { kept.contains($0) }.prefix(Palette.series.count))
  }
}
