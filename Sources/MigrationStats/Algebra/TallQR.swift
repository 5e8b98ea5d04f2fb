/// The triangular R of a tall matrix, design and response side by side, by blocks of rows.
///
/// Each block is factorised below the R of the blocks before it, in the cache and in a thread of
/// our own; the R of the threads are combined at the end (TSQR: J. Demmel, L. Grigori, M. Hoemmen
/// and J. Langou, SIAM Journal on Scientific Computing 34, 2012, doi:10.1137/080731992). Memory is
/// O(k²) for k columns, whatever the number of rows.
struct TallQR: Sendable {
  /// The columns, that of the response included.
  let columns: Int
  /// R, column by column, zeros below the diagonal.
  private(set) var triangle: [Double]
  /// How many blocks went into it.
  private(set) var blocks = 0

  /// The R of no rows: zeros.
  init(columns: Int) {
    self.columns = columns
    triangle = [Double](repeating: 0, count: columns * columns)
  }

  /// The R of all rows, each times the root of its weight, response last.
  ///
  /// - Complexity: O(n k²).
  init(_ rows: Rows) {
    let columns = rows.columns.count + 1
    OpenBLAS.setThreads(1)
    let parts = Threads.map(rows.count, least: 8 * Rows.block) { part in
      var factor = TallQR(columns: columns)
      factor.add(rows, part)
      return factor
    }
    self = parts[0]
    for part in parts.dropFirst() {
      add(rows: columns) { target, stride in
        for column in 0..<columns {
          for row in 0..<columns {
            target[column * stride + row] = part.triangle[column * columns + row]
          }
        }
      }
      blocks += part.blocks
    }
  }

  /// A column of R.
  func column(_ column: Int) -> ArraySlice<Double> {
    triangle[column * columns..<(column + 1) * columns]
  }

  /// Adds some of the rows.
  private mutating func add(_ rows: Rows, _ part: Range<Int>) {
    let columns = columns
    let copy = UnsafeMutablePointer<Double>.allocate(capacity: Rows.block)
    let roots = UnsafeMutablePointer<Double>.allocate(capacity: Rows.block)
    defer {
      copy.deallocate()
      roots.deallocate()
    }
    add(inBlocksOf: Rows.block, part) { block, target, stride in
      let isWeighted = rows.withWeights(block) { weights in
        guard let weights else { return false }
        for row in 0..<block.count { roots[row] = weights[row].squareRoot() }
        return true
      }
      for column in 0..<columns {
        let target = target + column * stride
        rows.withColumn(column, block, copy: copy) { values in
          guard let values else { return }
          if isWeighted {
            for row in 0..<block.count { target[row] = values[row] * roots[row] }
          } else {
            target.update(from: values, count: block.count)
          }
        }
      }
    }
  }

  /// Adds rows that a body writes.
  ///
  /// - Parameter body: writes the rows, column by column, to a target with a stride between columns.
  mutating func add(
    rows: Int, _ body: (_ target: UnsafeMutablePointer<Double>, _ stride: Int) -> Void
  ) {
    add(inBlocksOf: max(rows, 1), 0..<rows) { _, target, stride in body(target, stride) }
  }

  /// Adds a range of rows, block by block, that a body writes.
  mutating func add(
    inBlocksOf size: Int, _ rows: Range<Int>,
    _ body: (Range<Int>, _ target: UnsafeMutablePointer<Double>, _ stride: Int) -> Void
  ) {
    let (columns, stride) = (columns, columns + size)
    // The rows lie below R; the unused part of R's rows holds reflections, cleared each time.
    let buffer = UnsafeMutablePointer<Double>.allocate(capacity: columns * stride)
    defer { buffer.deallocate() }
    for column in 0..<columns {
      for row in 0..<columns { buffer[column * stride + row] = triangle[column * columns + row] }
    }
    var reflections = [Double](repeating: 0, count: columns)
    var work = [Double](repeating: 0, count: 64 * columns)
    var (n, lead, length, info) = (Int32(columns), Int32(stride), Int32(work.count), Int32(0))
    var start = rows.lowerBound
    while start < rows.upperBound {
      let block = start..<min(start + size, rows.upperBound)
      body(block, buffer + columns, stride)
      var m = Int32(columns + block.count)
      OpenBLAS.dgeqrf(&m, &n, buffer, &lead, &reflections, &work, &length, &info)
      precondition(info == 0, "dgeqrf: argument \(-info)")
      for column in 0..<columns {
        for row in column + 1..<max(columns, column + 1) { buffer[column * stride + row] = 0 }
      }
      blocks += 1
      start = block.upperBound
    }
    for column in 0..<columns {
      for row in 0..<columns { triangle[column * columns + row] = buffer[column * stride + row] }
    }
  }
}
