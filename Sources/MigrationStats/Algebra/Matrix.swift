/// A dense matrix of doubles, column by column in memory, as LAPACK wants it.
struct Matrix {
  let rows: Int
  let columns: Int
  var elements: [Double]

  /// A matrix of the given columns, all of one length.
  init(columns: [[Double]]) {
    rows = columns.first?.count ?? 0
    self.columns = columns.count
    elements = columns.flatMap(\.self)
  }

  subscript(row: Int, column: Int) -> Double { elements[column * rows + row] }
}
