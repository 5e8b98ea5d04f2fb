extension ChartMaker {
  /// Ribbons from origins to destinations in one year, around a circle or from left to right.
  func flows(isCircular: Bool) throws -> ChartDraft {
    if let top = request.top, top < 1 {
      throw ChartError(
        .misuse, "\(top) places are none", at: place, remedy: "Give one or more: --top 8.")
    }
    let matrix = try FlowMatrix(self)
    let isStock = series.first?.quantity.kind == .stock
    let found = FlowNodes(
      matrix, top: request.top ?? (isCircular ? 10 : 8), isCircular: isCircular, isStock: isStock,
      unit: unit)
    let diagram = found.diagram
    let place = isStock ? "residence" : "destination"
    let by = "by place of origin and \(place)"
    let subtitle =
      ((isUnitKnown ? ["\(diagram.unit) \(by)"] : [by, diagram.unit]) + sharedInWords)
      .joined(separator: "; ")
    let drawn = matrix.cells.map(\.series)
    return ChartDraft(
      title: title(
        subject, request.areas.isEmpty ? "" : areasInWords, "\(matrix.year)"),
      subtitle: subtitle.prefix(1).uppercased() + subtitle.dropFirst(),
      data: flowData(matrix, diagram), body: .flows(diagram),
      notes: flowNotes(matrix, found),
      caveats: orderedUnique(
        drawn.flatMap { series in
          series.caveats.filter { $0.year == nil || $0.year == matrix.year }
        }), kind: isCircular ? "Chord diagram" : "Sankey diagram", wishes: flowWishes(matrix),
      remarks: [
        "Each ribbon runs from a place of origin to a place of \(place), as wide as its value."
      ] + (matrix.withheld.isEmpty ? [] : ["Suppressed values are not drawn."]))
  }

  private var isUnitKnown: Bool { series.first?.unit != .notStated }

  private func flowNotes(_ matrix: FlowMatrix, _ found: FlowNodes) -> [String] {
    let diagram = found.diagram
    var notes: [String] = []
    if diagram.isCircular {
      notes.append(
        "Ribbons have the colour of their origin and end short of the circle, where they arrive. "
          + "Numbers: \(isUnitKnown ? "\(diagram.unit) " : "")from the place, and "
          + "\(diagram.isStock ? "in" : "to") it.")
    } else {
      notes.append(
        "Ribbons have the colour of their origin."
          + (isUnitKnown ? " Numbers: \(diagram.unit)." : ""))
    }
    if !found.grouped.isEmpty {
      let names = found.grouped.prefix(6).joined(separator: ", ")
      let more = found.grouped.count - 6
      notes.append(
        "\(FlowNodes.restName): \(names)" + (more > 0 ? " and \(more) more." : "."))
    }
    if !matrix.withheld.isEmpty {
      let pairs = matrix.withheld.prefix(4).map { "\($0.origin.name) to \($0.destination.name)" }
      let more = matrix.withheld.count - 4
      notes.append(
        "Suppressed by the publisher, and not drawn: \(pairs.joined(separator: ", "))"
          + (more > 0 ? " and \(more) more." : "."))
    }
    if matrix.absent > 0 {
      notes.append(
        "\(matrix.absent) pair\(matrix.absent == 1 ? " has" : "s have") no value in \(matrix.year)."
      )
    }
    return notes
  }

  /// The ribbons, those of places that are grouped added up, and the pairs that are withheld.
  private func flowData(_ matrix: FlowMatrix, _ diagram: FlowDiagram) -> Report {
    func code(_ name: String, _ area: (FlowMatrix.Cell) -> Area) -> String? {
      matrix.cells.lazy.map(area).first { $0.name == name }?.code
    }
    let unit = series.first?.unit.name
    var rows = diagram.ribbons.map { ribbon -> [Report.Cell] in
      let (from, to) = (diagram.nodes[ribbon.origin].name, diagram.nodes[ribbon.destination].name)
      let own = matrix.cells.filter { $0.origin.name == from && $0.destination.name == to }
      let status = own.count == 1 ? own[0].status.rawValue : nil
      return [
        .text(from), Report.Cell(code(from, \.origin)), .text(to),
        Report.Cell(code(to, \.destination)), .integer(matrix.year), .number(ribbon.value),
        Report.Cell(unit), Report.Cell(status), .text("ribbon"),
      ]
    }
    rows += matrix.withheld.map { pair in
      [
        .text(pair.origin.name), Report.Cell(pair.origin.code), .text(pair.destination.name),
        Report.Cell(pair.destination.code), .integer(matrix.year), .absent, Report.Cell(unit),
        .text(Status.suppressed.rawValue), .text("none"),
      ]
    }
    return Report(
      columns: [
        Report.Column("origin", .identity), Report.Column("origin_code", .identity),
        Report.Column("destination", .identity), Report.Column("destination_code", .identity),
        Report.Column("year", .detail, isGrouped: false), Report.Column("value", .detail),
        Report.Column("unit", .identity), Report.Column("status", .detail),
        Report.Column("mark", .detail),
      ], rows: rows)
  }

  /// The largest values between two places, then those within one.
  private func flowWishes(_ matrix: FlowMatrix) -> [FigureRequest] {
    let cells = matrix.cells.sorted { $0.value > $1.value }
    let between = cells.filter { $0.origin != $0.destination }.prefix(4)
    let within = cells.filter { $0.origin == $0.destination }.prefix(1)
    return (between + within).map { wish($0.series, .level, matrix.year...matrix.year) }
  }
}
