extension Figure {
  /// A sentence that gives a figure, in three parts, so that a text can mark the number.
  ///
  /// ```swift
  /// print(figure.sentence.text)
  /// // In 2019 the international migrant stock of Canada stood at 7.96 million persons.
  /// print(figure.sentence.number)  // 7.96 million persons
  /// ```
  public struct Sentence: Sendable, Hashable {
    /// What stands before the number.
    public let before: String
    /// The number with its unit, without a sign where the verb tells the direction.
    public let number: String
    /// What stands after it.
    public let after: String

    /// The whole sentence.
    public var text: String { before + number + after }
  }

  /// The figure as a sentence that can be pasted.
  public var sentence: Sentence {
    let subject = SubjectPhrase(series)
    let (first, last) = (recipe.years.first ?? 0, recipe.years.last ?? 0)
    let standing = subject.isMoney ? "amounted to" : bound.isEmpty ? "stood at" : subject.past
    let start = "Between \(first) and \(last) \(subject.text)"
    switch recipe.operation {
    case .level:
      return Sentence(
        before:
          "In \(last) \(subject.text) \(standing) \(bound)",
        number: counted(value, subject), after: isInterpolated ? ", by interpolation." : ".")
    case .change:
      return Sentence(
        before: "\(start) \(direction("rose", "fell"))\(likeForLike) by \(bound)",
        number: counted(abs(value), subject), after: ".")
    case .changePercent:
      return Sentence(
        before: "\(start) \(direction("rose", "fell"))\(likeForLike) by \(bound)",
        number: text(of: abs(value)), after: ".")
    case .annualRate where last - first == 1 && rateName == "log rate":
      // Of one year a log rate is no change in per cent: −10.5 is a fall by 10.0 per cent.
      return Sentence(
        before: "\(start) \(direction("grew", "fell"))\(likeForLike) at a log rate of \(bound)",
        number: text(of: abs(value)), after: ".")
    case .annualRate:
      return Sentence(
        before: "\(start) \(direction("grew", "fell"))\(likeForLike) by \(bound)",
        number: text(of: abs(value)),
        after: "\(last - first > 1 ? " a year on average" : "") (\(rateName)).")
    case .ratio:
      return Sentence(
        before: "In \(last) \(subject.text) \(subject.past)\(likeForLike) \(bound)",
        number: "\(text(of: value)) times",
        after: " what \(subject.pronoun) \(subject.past) in \(first).")
    case .doublingTime:
      let verb = value < 0 ? subject.plural("halve", "halves") : subject.plural("double", "doubles")
      let rate = basis == .matched ? "like-for-like rate" : "rate"
      return Sentence(
        before:
          "At \(subject.possessive) \(rate) of \(first)–\(last) \(subject.text) \(verb) in \(bound)",
        number: text(of: abs(value)), after: ".")
    case .index:
      return Sentence(
        before:
          "With \(first) = 100, \(subject.text) \(bound.isEmpty ? "stood\(likeForLike) at " : "\(subject.past)\(likeForLike) \(bound)")",
        number: text(of: value), after: " in \(last).")
    case .share:
      return Sentence(
        before: "In \(last) \(subject.text) \(subject.past) equal to ", number: text(of: value),
        after: " of \(wholePhrase).")
    case .rank:
      let isTied = caveats.contains { $0.kind == "ties" }
      return Sentence(
        before:
          "In \(last) \(AreaPhrase(series.area).text ?? "it") ranked \(isTied ? "joint " : "")",
        number: text(of: value),
        after: " of \(ranked ?? 0) countries and areas by \(subject.measure).")
    case .forecast:
      return Sentence(
        before: "In \(last) \(subject.text) \(subject.plural("are", "is")) forecast at ",
        number: counted(value, subject), after: " by the \(recipe.model ?? "") model\(prediction).")
    }
  }

  // MARK: Parts

  private var basis: Growth.Basis { Growth.Basis(rawValue: recipe.basis) ?? .published }

  private var likeForLike: String { basis == .matched ? ", like for like," : "" }

  private var isInterpolated: Bool { caveats.contains { $0.kind == "interpolated" } }

  private func direction(_ up: String, _ down: String) -> String {
    value > 0 ? up : value < 0 ? down : "changed"
  }

  /// ‘at least’ or ‘at most’, where a bound leaves one side open.
  private var bound: String {
    guard let interval, interval.kind == .rounding, let isOpen = interval.openSide else {
      return ""
    }
    // The faster the growth, the shorter the time.
    if recipe.operation == .doublingTime { return "at most " }
    return (isOpen == .above) == (value >= 0 || !recipe.operation.isChange)
      ? "at least " : "at most "
  }

  private var rateName: String {
    switch recipe.definition {
    case "compound": "compound rate"
    case "simple": "simple rate"
    case "least-squares": "least-squares rate"
    default: "log rate"
    }
  }

  /// The number with its unit: `7.96 million persons`, `US$822.7 billion`.
  private func counted(_ value: Double, _ subject: SubjectPhrase) -> String {
    let digits = text(of: value)
    let isSaid = unit.contains("US$") || unit == "not stated" || subject.countsPeople
    if isSaid { return digits }
    // ‘280.6 million persons’, the million being the unit's.
    let name = unit.split(separator: " ").filter { word in
      Self.multiplier(of: String(word)) == nil
    }.joined(separator: " ")
    return "\(digits) \(value == 1 && name == "persons" ? "person" : name)"
  }

  private var prediction: String {
    guard let interval, let lower = interval.lower, let upper = interval.upper,
      case .confidence(let level) = interval.kind
    else { return "" }
    // As many decimals as it takes to tell the ends apart.
    let own = rounding
    let telling = (own.decimals...max(9, own.decimals)).lazy.map {
      Rounding(scale: own.scale, decimals: $0)
    }.first { Self.text(of: lower, $0, unit) != Self.text(of: upper, $0, unit) }
    let name = "\(Numerals.grouped(100 * level)) per cent prediction interval"
    guard let telling else { return " (the \(name) is narrower than nine decimals show)" }
    return " (\(name): \(Self.text(of: lower, telling, unit)) to "
      + "\(Self.text(of: upper, telling, unit)))"
  }

  /// What a share is of.
  private var wholePhrase: String {
    guard let whole else { return "the whole" }
    let other = SubjectPhrase(whole)
    if whole.quantity != series.quantity {
      return whole.area == series.area ? "the \(whole.quantity.name)" : other.text
    }
    if whole.area != series.area {
      return "\(SubjectPhrase(series).plural("those", "that")) of "
        + "\(AreaPhrase(whole.area).text ?? "the whole")"
    }
    let keys = zip(series.keys, whole.keys).filter { $0 != $1 }.map(\.1)
    let values = keys.map { key -> String in
      guard Holdings.isWhole(key.value) else { return "\(key.name) \(key.value)" }
      if key.name.lowercased() == "sex" { return "both sexes" }
      return FurtherColumn(key.name) == .origin ? "all origins" : "\(key.name) \(key.value)"
    }
    return "that of \(values.joined(separator: ", "))"
  }
}

extension Interval {
  /// The side that is open, where one is.
  enum Side {
    case above, below
  }

  fileprivate var openSide: Side? {
    switch (lower, upper) {
    case (.some, nil): .above
    case (nil, .some): .below
    default: nil
    }
  }
}

extension Recipe.Operation {
  /// Whether it is above zero for a rise and below for a fall, which the sentence says by its verb.
  var isChange: Bool {
    switch self {
    case .change, .changePercent, .annualRate: true
    default: false
    }
  }
}
