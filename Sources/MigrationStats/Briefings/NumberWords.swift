/// Numbers written in words: `thirty-five`, `two and a half`, `a quarter`.
enum NumberWords {
  /// Words for whole numbers.
  static let cardinals: [String: Double] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
  ]

  /// Words for places in a row.
  static let ordinals: [String: Int] = [
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12,
  ]

  /// Words that multiply a number.
  static let scales: [String: Double] = [
    "hundred": 100, "thousand": 1e3, "million": 1e6, "millions": 1e6, "billion": 1e9,
    "trillion": 1e12, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12, "k": 1e3, "mln": 1e6, "bln": 1e9,
  ]

  /// Parts of one.
  static let fractions: [String: Double] = [
    "half": 0.5, "third": 1.0 / 3, "thirds": 1.0 / 3, "quarter": 0.25, "quarters": 0.25,
    "fifth": 0.2, "fifths": 0.2, "tenth": 0.1, "tenths": 0.1,
  ]

  /// Verbs and nouns of growth, and its direction.
  static let directions: [String: Double] = {
    let up =
      "grew grow grows grown growing growth rose rise rises risen rising increase increased "
      + "increases increasing up climbed climb expanded gain gained soared jumped surged added "
      + "higher more greater larger gains additional extra"
    let down =
      "fell fall falls fallen falling decline declined declines declining decrease decreased "
      + "decreases drop dropped drops down shrank shrunk shrink reduced reduction lower fewer less "
      + "smaller plunged contracted loss lost slid"
    var all: [String: Double] = [:]
    for word in up.split(separator: " ") { all[String(word)] = 1 }
    for word in down.split(separator: " ") { all[String(word)] = -1 }
    return all
  }()

  /// The factor of a word such as `doubled` or `twelvefold`; nil for other words.
  static func ratio(_ word: String) -> Double? {
    if let factor = ratios[word] { return factor }
    guard word.hasSuffix("fold") else { return nil }
    return cardinals[String(word.dropLast(4))]
  }

  /// Verbs of multiplication and their factor.
  static let ratios: [String: Double] = [
    "doubled": 2, "double": 2, "doubling": 2, "doubles": 2, "twice": 2, "tripled": 3, "triple": 3,
    "trebled": 3, "treble": 3, "thrice": 3, "quadrupled": 4, "quintupled": 5, "halved": 0.5,
    "halving": 0.5, "twofold": 2, "threefold": 3, "fourfold": 4, "fivefold": 5, "tenfold": 10,
  ]
}
