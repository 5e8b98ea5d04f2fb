extension PlainTally {
  /// A list of texts that stand together, such as those that name an area, by numbers.
  struct Tuples {
    let width: Int
    private var chain: [PairCodes]

    init(width: Int) {
      self.width = width
      chain = (0..<max(0, width - 1)).map { _ in PairCodes() }
    }

    func deallocate() { for pairs in chain { pairs.deallocate() } }

    /// How many there are, where the first column has a number of texts.
    func count(_ first: Int) -> Int { width == 0 ? 1 : chain.last?.pairs.count ?? first }

    /// The number of each row's tuple, from the codes of the columns.
    mutating func numbers(_ codes: some Collection<[UInt32]>, rows: Int) -> [UInt32] {
      guard var numbers = codes.first else { return Array(repeating: 0, count: rows) }
      for (place, next) in codes.dropFirst().enumerated() {
        for row in 0..<rows { numbers[row] = chain[place].code(numbers[row], next[row]) }
      }
      return numbers
    }

    /// For each column the codes of all tuples, where there are two columns or more.
    func columns() -> [[UInt32]] {
      var rest = Array(0..<UInt32(chain.last?.pairs.count ?? 0))
      var columns: [[UInt32]] = []
      for pairs in chain.reversed() {
        columns.append(rest.map { pairs.pairs[Int($0)].second })
        rest = rest.map { pairs.pairs[Int($0)].first }
      }
      return [rest] + columns.reversed()
    }

    /// The codes of a tuple.
    func codes(of number: Int) -> [Int] {
      guard width > 0 else { return [] }
      var (rest, codes) = (number, [Int]())
      for pairs in chain.reversed() {
        codes.append(Int(pairs.pairs[rest].second))
        rest = Int(pairs.pairs[rest].first)
      }
      return (codes + [rest]).reversed()
    }
  }
}
