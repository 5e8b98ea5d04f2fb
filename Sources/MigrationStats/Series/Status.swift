/// The status of an observation, by the SDMX code list OBS_STATUS (2.2).
public enum Status: String, Sendable, Hashable, CaseIterable {
  case breakInSeries = "B"
  case missing = "O"
  case cannotExist = "M"
  case notCollected = "L"
  case holiday = "H"
  case suppressed = "Q"
  case derogation = "J"
  case strike = "S"
  case definitionDiffers = "D"
  case includedElsewhere = "K"
  case includesOthers = "W"
  case imputed = "I"
  case forecast = "F"
  case estimated = "E"
  case provisional = "P"
  case notSignificant = "N"
  case lowReliability = "U"
  case unvalidated = "V"
  case experimental = "G"
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
  public static func worst(of statuses: some Sequence<Status>) -> Status {
    var present = Set<Status>()
    for status in statuses where status != .normal { present.insert(status) }
    if present.isEmpty { return .normal }
    return allCases.first { present.contains($0) } ?? .normal
  }
}
