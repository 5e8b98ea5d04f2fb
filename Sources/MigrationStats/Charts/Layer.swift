/// Marks of one form in one ink, in the units of the axes.
public struct Layer: Sendable, Hashable {
  /// A place on the axes.
  public struct Vertex: Sendable, Hashable {
    /// Along the horizontal axis, in its unit.
    public let x: Double
    /// Along the vertical axis, in its unit.
    public let y: Double
  }

  /// What lies between two places: an interval, a bar.
  public struct Extent: Sendable, Hashable {
    /// Where it begins.
    public let from: Vertex
    /// Where it ends.
    public let to: Vertex
  }

  /// A text at a place.
  public struct Label: Sendable, Hashable {
    /// Where a text stands from its place.
    public enum Side: Sendable, Hashable {
      /// To the left of it.
      case left
      /// To the right of it.
      case right
      /// Above it.
      case above
      /// Below it.
      case below
    }

    /// What is written.
    public let text: String
    /// The place that it belongs to.
    public let at: Vertex
    /// On which side of the place it stands.
    public let side: Side
  }

  /// How a line is drawn.
  public enum Stroke: String, Sendable, Hashable {
    /// Observed, from one value to the next.
    case solid
    /// A forecast.
    case dashed
    /// Interpolated, or a curve through the values.
    case dotted
  }

  /// The form of the marks.
  public enum Form: Sendable, Hashable {
    /// A line through places.
    case line([Vertex], Stroke)
    /// Marks; hollow where a value is estimated, imputed or foretold.
    case points([Vertex], isHollow: Bool)
    /// The space between two lines, as extents of one x each.
    case band([Extent])
    /// Bars from one value to another, in the category of their vertical or horizontal axis.
    case bars([Extent])
    /// Intervals.
    case intervals([Extent])
    /// A line across the whole plot at an x, with its label.
    case verticalRule(Double, String)
    /// A line across the whole plot at a y, with its label.
    case horizontalRule(Double, String)
    /// Texts.
    case labels([Label])
  }

  /// Which colour marks have.
  public enum Ink: Sendable, Hashable {
    /// That of a series, by its order.
    case series(Int)
    /// That of the one series which matters.
    case focus
    /// That of those which do not.
    case context
    /// That of axes and rules.
    case plain
  }

  /// The form.
  public let form: Form
  /// The colour.
  public let ink: Ink
  /// What the marks are of: the series' name; nil for rules.
  public let series: String?
  /// Whether the series' name is written at the last place, or in the legend where there is no room.
  public let isNamed: Bool
  /// What the mark means, for the legend: `95 % interval`; nil where its form says so.
  public let meaning: String?
  /// Whether an area is opaque: a part of a whole rather than an interval.
  public let isFilled: Bool
  /// Whether bars are hollow, because their values are estimated among others that are not.
  public let isHollow: Bool

  init(
    _ form: Form, _ ink: Ink, series: String? = nil, isNamed: Bool = false, meaning: String? = nil,
    isFilled: Bool = false, isHollow: Bool = false
  ) {
    self.form = form
    self.ink = ink
    self.series = series
    self.isNamed = isNamed
    self.meaning = meaning
    self.isFilled = isFilled
    self.isHollow = isHollow
  }
}
