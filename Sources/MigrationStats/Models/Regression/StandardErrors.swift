/// How the standard errors of a regression are estimated.
///
/// ```swift
/// let errors = try StandardErrors("newey-west:2")
/// let fit = try Regression(
///   try Formula("value ~ year"), table, Regression.Options(errors: errors))
/// print(errors.name, fit.coefficients[1].standardError ?? .nan)  // newey-west:2 0.3720…
/// ```
public enum StandardErrors: Sendable, Hashable {
  /// Errors independent and of one variance; for `poisson`, of a variance equal to the mean.
  case classical
  /// Errors independent, of unlike variance: White's estimate as it is, and corrected for small
  /// samples in three ways, of which HC3 is the most careful.
  case hc0, hc1, hc2, hc3
  /// Errors independent between the groups that one or two columns make.
  case cluster([String])
  /// Errors that depend on those up to a lag before, rows being in the order of time.
  case neweyWest(lag: Int)

  /// What there is to choose from.
  public static let choices = [
    "classical", "hc0", "hc1", "hc2", "hc3", "cluster:COLUMN", "cluster:COLUMN,COLUMN",
    "newey-west:LAG",
  ]

  /// The errors with a name: `hc3`, `cluster:pair`, `cluster:origin,year`, `newey-west:2`.
  ///
  /// - Throws: `FittingError` (`misuse`) with the choices.
  public init(_ name: String) throws(FittingError) {
    let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let rest = parts.count > 1 ? String(parts[1]) : nil
    switch (parts[0].lowercased(), rest) {
    case ("classical", nil): self = .classical
    case ("hc0", nil): self = .hc0
    case ("hc1", nil): self = .hc1
    case ("hc2", nil): self = .hc2
    case ("hc3", nil): self = .hc3
    case ("cluster", let columns?):
      let names = columns.split(separator: ",", omittingEmptySubsequences: false).map { name in
        String(name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
      guard (1...2).contains(names.count), names.allSatisfy({ !$0.isEmpty }),
        Set(names).count == names.count
      else {
        throw FittingError(
          .misuse, "‘\(name)’ does not name one column or two different ones",
          remedy: "Write it as cluster:pair or cluster:origin,year.")
      }
      self = .cluster(names)
    case ("newey-west", let text?):
      guard let lag = Int(text), lag >= 0 else {
        throw FittingError(
          .misuse, "‘\(text)’ is no lag", remedy: "Write a whole number of rows: newey-west:2.")
      }
      self = .neweyWest(lag: lag)
    case ("cluster", nil), ("newey-west", nil):
      throw FittingError(
        .misuse, "‘\(name)’ wants to know more",
        remedy: "Write it as cluster:COLUMN, or newey-west:LAG.")
    default:
      let known = ["classical", "hc0", "hc1", "hc2", "hc3", "cluster", "newey-west"]
      let near = Suggestion.didYouMean(String(parts[0]), among: known).map { "\($0) " } ?? ""
      throw FittingError(
        .misuse, "there are no standard errors ‘\(name)’",
        remedy: near + "The choices are \(Self.choices.joined(separator: ", ")).")
    }
  }

  /// The name by which they are asked for.
  public var name: String {
    switch self {
    case .classical: "classical"
    case .hc0: "hc0"
    case .hc1: "hc1"
    case .hc2: "hc2"
    case .hc3: "hc3"
    case .cluster(let columns): "cluster:\(columns.joined(separator: ","))"
    case .neweyWest(let lag): "newey-west:\(lag)"
    }
  }

  /// The name in words, for headings.
  var title: String {
    switch self {
    case .classical: "classical"
    case .hc0, .hc1, .hc2, .hc3: name.uppercased()
    case .cluster(let columns): "clustered by \(columns.joined(separator: " and "))"
    case .neweyWest(let lag): "Newey–West, lag \(lag), rows in the order of the file"
    }
  }

  /// The columns that make the groups.
  var columns: [String] {
    if case .cluster(let columns) = self { columns } else { [] }
  }

  /// The estimate, with groups coded by numbers.
  func covariance(_ codings: [[Int]]) -> Covariance {
    switch self {
    case .classical: .classical
    case .hc0: .hc0
    case .hc1: .hc1
    case .hc2: .hc2
    case .hc3: .hc3
    case .cluster: .cluster(codings)
    case .neweyWest(let lag): .neweyWest(lag: lag)
    }
  }

  /// Why the estimate could not be made.
  func error(
    _ failure: Covariance.Failure, file: String, line: (_ row: Int) -> Int?
  ) -> FittingError {
    let place = Position(file: file)
    switch failure {
    case .noDegreesOfFreedom:
      return FittingError(
        .standardErrors, "there are as many coefficients as rows", at: place,
        remedy: "Leave terms out of the formula.")
    case .leverageOne(let row):
      return FittingError(
        .standardErrors,
        "\(title) errors divide by what a row leaves of its own fit, and this row leaves nothing",
        at: Position(file: file, line: line(row)),
        remedy: "Take --errors hc1 or classical, or leave out the term that this row alone decides."
      )
    case .tooFewClusters(let coding):
      let column = columns.indices.contains(coding) ? columns[coding] : ""
      return FittingError(
        .standardErrors, "‘\(column)’ makes one group only", at: place,
        remedy: "Cluster by a column with more groups, or take --errors hc3.")
    case .codings:
      return FittingError(.standardErrors, "the groups are not one or two columns", at: place)
    case .lag(let rows):
      return FittingError(
        .standardErrors, "the lag is no less than the number of rows, \(rows)", at: place,
        remedy: "Take a lag near the fourth root of the number of rows.")
    case .negativeVariance(let column):
      return FittingError(
        .standardErrors,
        "clustered two ways, the variance of coefficient \(column + 1) comes out negative",
        at: place, remedy: "There are too few groups for two ways: cluster by one column.")
    }
  }
}
