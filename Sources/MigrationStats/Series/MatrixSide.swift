/// What the areas along one side of a matrix are.
public enum MatrixSide: String, Sendable, Hashable, CaseIterable {
  /// Where people come from.
  case origin
  /// Where people live or go to.
  case destination
  /// Where money is sent from.
  case sending
  /// Where money is received.
  case receiving

  /// What the areas along the other side are.
  var other: MatrixSide {
    switch self {
    case .origin: .destination
    case .destination: .origin
    case .sending: .receiving
    case .receiving: .sending
    }
  }

  /// Whether a series is about these areas, with those of the other side as its key.
  var isArea: Bool { self == .destination || self == .receiving }

  /// What the name of a column or a label over columns says; nil where it says nothing, or both.
  init?(_ text: String) {
    let words = Set(text.lowercased().split { !$0.isLetter }.map(String.init))
    let sides = Self.words.filter { !words.isDisjoint(with: $0.value) }.map(\.key)
    guard sides.count == 1 else { return nil }
    self = sides[0]
  }

  private static let words: [MatrixSide: Set<String>] = [
    .sending: ["sending"], .receiving: ["receiving"],
    .origin: ["origin", "origins", "from", "birth", "citizenship"],
    .destination: ["destination", "destinations", "dest", "residence", "asylum"],
  ]

  /// What the corner of a matrix says of its rows: `Sending`, `origin \ destination`, `Receiving
  /// (across) / sending (down)`; nil where it does not say.
  static func rows(corner: String) -> MatrixSide? {
    let parts = corner.split { "\\/|;\n".contains($0) }.map(String.init)
    if let down = parts.first(where: { $0.lowercased().contains("down") }) {
      return MatrixSide(down)
    }
    if let across = parts.first(where: { $0.lowercased().contains("across") }) {
      return MatrixSide(across)?.other
    }
    return parts.first.flatMap { MatrixSide($0) }
  }
}
