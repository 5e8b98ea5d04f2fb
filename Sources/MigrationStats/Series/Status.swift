/// The status of an observation, by the SDMX code list OBS_STATUS (2.2).
public enum Status: String, Sendable, Hashable, CaseIterable {
  /// B: not comparable with the value before.
  case breakInSeries = "B"
  /// O: there is no value, and no reason is given.
  case missing = "O"
  /// M: there can be no value.
  case cannotExist = "M"
  /// L: no value was collected.
  case notCollected = "L"
  /// H: no value because of a special closing day.
  case holiday = "H"
  /// Q: withheld, for confidentiality or by the publisher's rule; not missing.
  case suppressed = "Q"
  /// J: not collected under an agreed exception.
  case derogation = "J"
  /// S: affected by a strike or another event.
  case strike = "S"
  /// D: of another definition than the rest of the series.
  case definitionDiffers = "D"
  /// K: counted under another category.
  case includedElsewhere = "K"
  /// W: counts what belongs to another category as well.
  case includesOthers = "W"
  /// I: made from other values by whoever received the data.
  case imputed = "I"
  /// F: of a year that had not ended when it was made.
  case forecast = "F"
  /// E: estimated by the publisher.
  case estimated = "E"
  /// P: to be revised by the publisher.
  case provisional = "P"
  /// N: too small to be told from nil.
  case notSignificant = "N"
  /// U: of few cases or of a weak source.
  case lowReliability = "U"
  /// V: not checked against its source.
  case unvalidated = "V"
  /// G: of a method that is still being tried.
  case experimental = "G"
  /// A: no remark of the publisher's.
  case normal = "A"

  /// The code's name.
  public var name: String {
    switch self {
    case .breakInSeries: "break in series"
    case .missing: "missing"
    case .cannotExist: "cannot exist"
    case .notCollected: "not collected"
    case .holiday: "holiday"
    case .suppressed: "suppressed"
    case .derogation: "derogation"
    case .strike: "strike"
    case .definitionDiffers: "definition differs"
    case .includedElsewhere: "included in another category"
    case .includesOthers: "includes another category"
    case .imputed: "imputed"
    case .forecast: "forecast"
    case .estimated: "estimated"
    case .provisional: "provisional"
    case .notSignificant: "not significant"
    case .lowReliability: "low reliability"
    case .unvalidated: "unvalidated"
    case .experimental: "experimental"
    case .normal: "normal"
    }
  }

  /// The one that wins when several meet: the first in the order of the cases.
  ///
  /// ```swift
  /// print(Status.worst(of: [.normal, .estimated, .breakInSeries]))  // breakInSeries
  /// ```
  public static func worst(of statuses: some Sequence<Status>) -> Status {
    var present = Set<Status>()
    for status in statuses where status != .normal { present.insert(status) }
    if present.isEmpty { return .normal }
    return allCases.first { present.contains($0) } ?? .normal
  }
}
