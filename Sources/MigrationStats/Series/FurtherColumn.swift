/// What a further column holds, as its name says.
enum FurtherColumn {
  /// The places that people come from.
  case origin
  /// The places that people go to or live in.
  case destination

  /// Nil where the name says neither.
  init?(_ name: String) {
    let words = Set(
      name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
    if !words.isDisjoint(with: ["destination", "to", "asylum", "host", "residence", "dest"]) {
      self = .destination
    } else if !words.isDisjoint(with: [
      "origin", "from", "partner", "birth", "citizenship", "nationality", "sending", "source",
    ]) {
      self = .origin
    } else {
      return nil
    }
  }
}
