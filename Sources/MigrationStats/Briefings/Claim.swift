/// What a text says in one number.
public struct Claim: Sendable {
  /// The forms of claims that can be checked.
  public enum Form: String, Sendable, Hashable, CaseIterable {
    /// A value in a year.
    case level
    /// A change in absolute terms.
    case change
    /// A change in per cent.
    case changePercent = "change-percent"
    /// A multiple: doubled, two and a half times.
    case ratio
    /// An average annual growth.
    case annualRate = "annual-rate"
    /// The time in which it doubles.
    case doublingTime = "doubling-time"
    /// A part of a whole, in per cent or as one in so many.
    case share
    /// A place in a row; the largest, the third-largest.
    case rank
    /// The highest or lowest value of a span.
    case peak
    /// The difference between two places in a year.
    case difference
    /// Several places together.
    case sum
    /// A difference of shares.
    case percentagePoints = "percentage-points"
    /// A number of which the text does not tell what it counts.
    case unknown
  }

  /// The form.
  public internal(set) var form: Form
  /// The first byte of the number's words in the text.
  public internal(set) var start: Int
  /// The byte behind the last.
  public internal(set) var end: Int
  /// The number as written, in the unit of the claim.
  var number: WrittenNumber
  /// The word before it.
  var threshold: Threshold = .exactly
  /// The values that the words stand for; nil where a side is open.
  public internal(set) var lower: Double?
  /// The upper end; nil where it is open.
  public internal(set) var upper: Double?
  /// The codes of the places, each a place that may go by several.
  var areas: [[String]] = []
  /// What is measured; nil where the text does not tell.
  var topic: Int?
  /// What a share is of; nil for the population.
  var whole: Whole?
  /// The years: one, or the first and the last.
  public internal(set) var years: [Int] = []
  /// Whether the last year is ‘now’: the latest that there is.
  var isOpenEnded = false
  /// The publisher named.
  var publisher: String?
  /// 1 for growth, −1 for decline, 0 where the words do not say.
  var direction = 0.0
  /// Whether the number is US dollars.
  var isMoney = false
  /// Whether the highest (or, for false, the lowest) is meant.
  var isHighest = true
  /// What keeps the sentence from claiming it of the series held.
  var reservation: Reservation?
  /// The topics and places of the sentence that the number may be of instead.
  var otherTopics: [Int] = []
  /// The places; all of them where the claim's own is only inferred.
  var otherPlaces: [[String]] = []
  /// The words of the sentence that are not understood.
  var strangers: [String] = []
  /// The values so near to loose words that these are not plainly wrong; nil of other numbers.
  var near: ClosedRange<Double>?
  /// Whether what is counted stands at once behind the number, so that it is of nothing else.
  var isBound = false
  /// Whether the number stands in a table, where few words tell what it is.
  var isInTable = false
  /// The places that a rank is told to be behind.
  var behind: [[String]] = []
  /// Whether the value was risen or fallen to.
  var isReached = false
  /// Whether a change is meant for each year.
  var isPerYear = false
  /// Whether a change is told like for like: over the places or the borders that both years have.
  var isLikeForLike = false
  /// Whether what is counted is named, and is nothing that is held.
  var isOfOther = false
  /// Whether what is counted is only pointed at: ‘the figure’, ‘their number’.
  var isVague = false
  /// Whether the words speak of a flow of people.
  var isFlow = false
  /// The two levels of the sentence that the claim is derived from.
  var ends: (first: WrittenNumber, last: WrittenNumber)?
  /// The years of the two levels.
  var pairYears: [Int] = []
  /// What has been taken from the sentence before.
  var inherited: [String] = []

  /// What a share is a share of.
  enum Whole: Sendable, Hashable {
    /// Another topic in the same place.
    case topic(Int)
    /// The same topic in another place.
    case area([String])
  }
}
