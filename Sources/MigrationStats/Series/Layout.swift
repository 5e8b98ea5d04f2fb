/// Which columns of a table hold what.
public enum Layout: Sendable, Hashable {
  /// One row a value.
  case long(LongColumns)
  /// One row a series, one column a year.
  case wideByYear(years: [YearColumn], others: SharedColumns)
  /// One row a year, one column an area.
  case wideByArea(year: Int, areas: [Int])

  /// The columns that a long and a wide table both have.
  public struct SharedColumns: Sendable, Hashable {
    /// The area's name.
    public var area: Int?
    /// The area's code.
    public var code: Int?
    /// The quantity, such as ‘Indicator Name’.
    public var quantity: Int?
    /// The unit.
    public var unit: Int?
    /// The power of ten by which the unit counts: SDMX's UNIT_MULT.
    public var multiplier: Int?
    /// The vintage.
    public var vintage: Int?
    /// The columns that tell series apart besides.
    public var keys: [Int] = []
  }

  /// The columns of a long table.
  public struct LongColumns: Sendable, Hashable {
    /// The columns that make the series.
    public var series: SharedColumns
    /// The year.
    public var year: Int
    /// The value.
    public var value: Int
    /// The status.
    public var status: Int?
    /// Columns that say something of one value and make no series, such as ‘note’.
    public var attributes: [Int] = []
  }

  /// A column that holds the values of one year.
  public struct YearColumn: Sendable, Hashable {
    /// The year in its header.
    public let year: Int
    /// Its place.
    public let column: Int
    /// What it is of, where a header of two lines says so.
    public var group: ColumnGroup?
  }

  /// What a header of two lines says of the columns of years that stand together.
  public struct ColumnGroup: Sendable, Hashable {
    /// What is measured.
    public let quantity: String
    /// The sex; nil where the columns are not told apart by it.
    public let sex: String?
  }

  /// Whether a column says which vintage a row belongs to.
  var hasVintage: Bool {
    switch self {
    case .long(let columns): columns.series.vintage != nil
    case .wideByYear(_, let others): others.vintage != nil
    case .wideByArea: false
    }
  }

  /// The layout's name.
  public var name: String {
    switch self {
    case .long: "long"
    case .wideByYear: "wide"
    case .wideByArea: "wide-by-area"
    }
  }
}

/// What the tidying is told rather than left to find out.
public struct TidyingOptions: Sendable, Hashable {
  /// The shapes of a table that can be told.
  public enum LayoutName: String, Sendable, Hashable, CaseIterable {
    /// One row a value.
    case long
    /// One row a series, one column a year.
    case wide
    /// One row a year, one column an area.
    case wideByArea = "wide-by-area"
  }

  /// The layout; found where nil.
  public var layout: LayoutName?
  /// The header of the column with the area's name or code.
  public var areaColumn: String?
  /// The header of the column with the year.
  public var yearColumn: String?
  /// The header of the column with the value.
  public var valueColumn: String?
  /// The headers of the columns that tell series apart.
  public var keyColumns: [String]
  /// What is measured; as the file says where nil.
  public var quantity: Quantity?
  /// What a value counts; as the file says where nil.
  public var unit: Unit?
  /// Whether values counted in thousands, millions or billions are multiplied out.
  public var isScaled = false

  /// Options; everything is found where nothing is told.
  public init(
    layout: LayoutName? = nil, areaColumn: String? = nil, yearColumn: String? = nil,
    valueColumn: String? = nil, keyColumns: [String] = [], quantity: Quantity? = nil,
    unit: Unit? = nil
  ) {
    self.layout = layout
    self.areaColumn = areaColumn
    self.yearColumn = yearColumn
    self.valueColumn = valueColumn
    self.keyColumns = keyColumns
    self.quantity = quantity
    self.unit = unit
  }
}
