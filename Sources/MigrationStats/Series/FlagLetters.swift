/// Eurostat's letters beside values, as codes of SDMX's OBS_STATUS.
///
/// The letters are those of Eurostat's code lists Obs_status and Conf_status of January 2025, and those
/// which they took the place of: s by i, z by m. The OECD's letters are among them.
enum FlagLetters {
  /// The status that a letter means; nil for one that SDMX has no status for.
  static func status(_ letter: UInt8) -> Status? {
    switch letter {
    case UInt8(ascii: "b"): .breakInSeries
    case UInt8(ascii: "d"): .definitionDiffers
    case UInt8(ascii: "e"): .estimated
    case UInt8(ascii: "f"): .forecast
    case UInt8(ascii: "i"), UInt8(ascii: "s"): .imputed
    case UInt8(ascii: "m"), UInt8(ascii: "z"): .cannotExist
    case UInt8(ascii: "n"): .notSignificant
    case UInt8(ascii: "p"): .provisional
    case UInt8(ascii: "u"): .lowReliability
    default: nil
    }
  }

  /// Whether a letter is one of the lists': confidential and revised are no status, but flags.
  static func contains(_ letter: UInt8) -> Bool {
    status(letter) != nil || letter == UInt8(ascii: "c") || letter == UInt8(ascii: "r")
  }

  /// What letters together say: the status that wins, and the letters that it does not tell.
  static func read(_ letters: some Sequence<UInt8>) -> (status: Status, further: String) {
    let letters = Array(letters)
    let status = Status.worst(of: letters.compactMap(status))
    let further = letters.filter { Self.status($0) != status }
    return (status, String(decoding: further, as: UTF8.self))
  }

  /// The status that wins of two that are said of one value; the other is kept among the further flags.
  static func worst(
    of one: Status, _ other: Status, _ attributes: inout [String: String]
  ) -> Status {
    guard one != .normal, other != .normal, one != other else {
      return one == .normal ? other : one
    }
    let worst = Status.worst(of: [one, other])
    let lost = flag(worst == one ? other : one)
    attributes[CellReading.furtherFlags] =
      attributes[CellReading.furtherFlags].map { "\(lost); \($0)" } ?? lost
    return worst
  }

  /// The letter for a status; its code in SDMX where there is none.
  private static func flag(_ status: Status) -> String {
    "bdefimnpu".utf8.first { Self.status($0) == status }.map { String(UnicodeScalar($0)) }
      ?? status.rawValue
  }

  /// What a text of flags says, such as `p`, `bep` or `b, p`; nil where a letter is none of them.
  static func read(text: String) -> (status: Status, further: String)? {
    let letters = text.utf8.filter { !" ,;:".utf8.contains($0) }
    guard !letters.isEmpty, letters.allSatisfy(contains) else { return nil }
    return read(letters)
  }
}
