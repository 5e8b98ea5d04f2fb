/// Which columns of a table hold what.
public enum Layout: Sendable, Hashable {
  /// One row a value.
  case long(LongColumns)
  /// One row a series, one column a year.
  case wideByYear(years: [YearColumn], others: SharedColumns)
  /// One row a year, one column an area.
  case wideByArea(year: Int, areas: [Int])
  /// One row an area, or an area and a year, and one column an area.
  case matrix(MatrixColumns)

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
    /// Columns that say something of values and make no series, such as ‘note’.
    public var attributes: [Int] = []
  }

  /// The columns of a long table.
  public struct LongColumns: Sendable, Hashable {
    /// The columns that make the series.
    public var series: SharedColumns
    /// The year; nil where it is told, and the same for all rows.
    public var year: Int?
    /// The values; of several columns each has a quantity of its own.
    public var values: [Int]
    /// The status.
    public var status: Int?

    /// The value, or the first of several.
    public var value: Int { values[0] }
  }

  /// A column that holds the values of one year, or of a period.
  public struct YearColumn: Sendable, Hashable {
    /// The year in its header; of a span of years the last.
    public let year: Int
    /// Its place.
    public let column: Int
    /// What it is of, where its header or the line above says so.
    public var group: ColumnGroup?
    /// The span of years that its values are of, as `1990-1995`; nil for single years.
    public var span: String?
    /// What a letter behind the year says of its values: `2024e`.
    public var status = Status.normal
  }

  /// What a header says of the columns of years that stand together.
  public struct ColumnGroup: Sendable, Hashable {
    /// What is measured.
    public var quantity: String
    /// The sex; nil where the columns are not told apart by it.
    public var sex: String?
    /// The part of the year, such as a quarter; nil where the columns are of whole years.
    public var part: Series.Key?
  }

  /// The columns of a matrix of areas by areas.
  public struct MatrixColumns: Sendable, Hashable {
    /// The columns that say what a row is of.
    public var series: SharedColumns
    /// The year; nil where it is told, and the same for all rows.
    public var year: Int?
    /// The columns headed by areas.
    public var areas: [Int]
    /// What the areas of the rows are.
    public var rows: MatrixSide
  }

  /// Whether a column says which vintage a row belongs to.
  var hasVintage: Bool {
    switch self {
    case .long(let columns): columns.series.vintage != nil
    case .wideByYear(_, let others): others.vintage != nil
    case .matrix(let matrix): matrix.series.vintage != nil
    case .wideByArea: false
    }
  }

  /// Whether the table itself says of which year its values are.
  var hasYears: Bool {
    switch self {
    case .long(let columns): columns.year != nil
    case .matrix(let matrix): matrix.year != nil
    case .wideByYear, .wideByArea: true
    }
  }

  /// The layout's name.
  public var name: String {
    switch self {
    case .long: "long"
    case .wideByYear: "wide"
    case .wideByArea: "wide-by-area"
    case .matrix: "matrix"
    }
  }
}

/// What the tidying is told rather than left to find out.
///
/// ```swift
/// let bytes = Array("place,when,people\nMalta,2019,1500\n".utf8)
/// let options = TidyingOptions(
///   areaColumn: "place", yearColumn: "when", valueColumns: ["people"], unit: Unit("persons"))
/// let malta = try Table(.bytes(bytes, name: "malta.csv")).tidied(options).series[0]
/// print(malta.area.name, malta[2019]?.value ?? .nan, malta.unit)  // Malta 1500.0 persons
/// ```
public struct TidyingOptions: Sendable, Hashable {
  /// The shapes of a table that can be told.
  public enum LayoutName: String, Sendable, Hashable, CaseIterable {
    /// One row a value.
    case long
    /// One row a series, one column a year.
    case wide
    /// One row a year, one column an area.
    case wideByArea = "wide-by-area"
    /// One row an area, one column an area.
    case matrix
  }

  /// The layout; found where nil.
  public var layout: LayoutName?
  /// The header of the column with the area's name or code.
  public var areaColumn: String?
  /// The header of the column with the year.
  public var yearColumn: String?
  /// The headers of the columns with values; of several each has a quantity of its own.
  public var valueColumns: [String]
  /// The headers of the columns that tell series apart.
  public var keyColumns: [String]
  /// What is measured; as the file says where nil.
  public var quantity: Quantity?
  /// What a value counts; as the file says where nil.
  public var unit: Unit?
  /// The year of a table that names none.
  public var year: Int?
  /// What the areas of a matrix's rows are.
  public var rows: MatrixSide?
  /// Whether values counted in thousands, millions or billions are multiplied out.
  public var isScaled = false

  /// Options; everything is found where nothing is told.
  public init(
    layout: LayoutName? = nil, areaColumn: String? = nil, yearColumn: String? = nil,
    valueColumns: [String] = [], keyColumns: [String] = [], quantity: Quantity? = nil,
    unit: Unit? = nil
  ) {
    self.layout = layout
    self.areaColumn = areaColumn
    self.yearColumn = yearColumn
    self.valueColumns = valueColumns
    self.keyColumns = keyColumns
    self.quantity = quantity
    self.unit = unit
  }
}
