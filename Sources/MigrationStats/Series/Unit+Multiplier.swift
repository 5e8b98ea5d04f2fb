extension Unit {
  /// A unit counted by a power of ten: `thousands of persons`, `US$ million`.
  static func counted(_ base: Unit, power: Int) -> Unit {
    guard power != 0 else { return base }
    guard let word = words[power] else {
      return Unit(base == .notStated ? "× 10^\(power)" : "\(base.name) × 10^\(power)")
    }
    if base == .notStated { return Unit("\(word)s") }
    return Unit(base.isMoney ? "\(base.name) \(word)" : "\(word)s of \(base.name)")
  }

  /// The power of ten by which the unit counts, and the unit without it; nil for one that counts singly.
  ///
  /// `per thousand` is no such power: it is part of a rate.
  var multiplier: (power: Int, base: Unit)? {
    if let power = writtenPower { return power }
    let tokens = name.split(separator: " ").map(String.init)
    let found = tokens.indices.filter { Self.power(of: tokens[$0]) != nil }
    guard found.count == 1, let place = found.first, let power = Self.power(of: tokens[place])
    else {
      return nil
    }
    let before = place > 0 ? tokens[place - 1].lowercased() : ""
    guard !["per", "pro", "par", "of"].contains(before) else { return nil }
    var rest = tokens
    rest.remove(at: place)
    if ["of", "in"].contains(rest.first?.lowercased()), place <= 1 { rest.removeFirst() }
    if place > 0, place <= rest.count, let last = rest[..<place].last, last.hasSuffix(",") {
      rest[place - 1] = String(last.dropLast())
    }
    let base = rest.joined(separator: " ")
    return (power, base.isEmpty ? .notStated : Unit(base))
  }

  /// `persons × 10^2` takes its power from its writing.
  private var writtenPower: (power: Int, base: Unit)? {
    let parts = name.split(separator: "×").map(String.init)
    guard let last = parts.last, name.contains("× 10^"),
      let power = Int(last.drop { $0 == " " }.dropFirst(3))
    else { return nil }
    let base = parts.count > 1 ? String(parts[0].dropLast()) : ""
    return (power, base.isEmpty ? .notStated : Unit(base))
  }

  private var isMoney: Bool {
    name.contains { "$€£¥".contains($0) }
      || ["USD", "EUR", "GBP", "JPY", "dollars", "euro"].contains { name.contains($0) }
  }

  private static let words = [3: "thousand", 6: "million", 9: "billion", 12: "trillion"]

  /// The power of ten that a word means, in the languages of the publishers.
  static func power(of word: String) -> Int? {
    switch word.lowercased().filter({ !"(),.;:".contains($0) }) {
    case "thousand", "thousands", "tsd", "tausend", "milliers", "miles", "'000", "’000", "000s": 3
    case "million", "millions", "mio", "mn", "millionen", "millones": 6
    case "billion", "billions", "bn", "mrd", "milliarden", "milliard", "milliards": 9
    case "trillion", "trillions": 12
    default: nil
    }
  }

  /// The power of ten that SDMX's UNIT_MULT gives, as a code (`3`) or its label (`Thousands`).
  static func power(ofMultiplier text: String) -> Int? {
    if text.isEmpty || text.lowercased() == "units" { return 0 }
    return Int(text).flatMap { abs($0) <= 18 ? $0 : nil } ?? power(of: text)
  }
}
