/// What kind of picture a chart is.
public enum ChartType: String, Sendable, Hashable, CaseIterable {
  /// Values over the years.
  case line
  /// One year's values, largest first.
  case bar
  /// Values over the years where those of a base year are 100.
  case index
  /// A small plot an area, all on the same axes.
  case multiples
  /// Two years, joined by a line an area.
  case slope
  /// The past, a model's curve ahead and its interval.
  case fan
  /// Parts of a whole over the years.
  case shares
  /// Values against the years, with a fitted curve and its band.
  case scatter
  /// Annual rates of growth with their intervals.
  case rates
  /// Who contributed how much to the growth of a total.
  case contributions
  /// Ribbons between origins and destinations around a circle.
  case chord
  /// Ribbons from origins on the left to destinations on the right.
  case sankey
}
