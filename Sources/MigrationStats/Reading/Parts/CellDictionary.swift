#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The distinct texts of cells, each with a code: its place by first appearance.
///
/// A text of up to 16 bytes is told by two words and its length; a longer one by its first word, a hash
/// of the rest, and its bytes.
struct CellDictionary {
  private struct Slot {
    var (first, second): (UInt64, UInt64)
    var length: UInt32
    /// The code, counted from 1; 0 where the slot is free.
    var number: UInt32
    /// Where the text begins among all.
    var start: Int
  }

  /// The number of texts.
  private(set) var count = 0

  private var slots: UnsafeMutablePointer<Slot>
  private var capacity = 1 << 6
  /// The bytes of the texts, and where each ends.
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// The part in which each text first appeared.
  private(set) var parts: [Int] = []
  /// The code behind the last one: texts often come again in their order.
  private var next = 0

  /// A dictionary without texts; to be deallocated.
  init() { slots = Self.room(capacity) }

  func deallocate() { slots.deallocate() }

  /// The bytes of a text.
  func bytes(of code: Int) -> ArraySlice<UInt8> {
    bytes[(code == 0 ? 0 : ends[code - 1])..<ends[code]]
  }

  private static func room(_ capacity: Int) -> UnsafeMutablePointer<Slot> {
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: capacity)
    slots.initialize(
      repeating: Slot(first: 0, second: 0, length: 0, number: 0, start: 0), count: capacity)
    return slots
  }

  /// The code of a cell's text, which is noted where it is new.
  @inline(__always)
  mutating func code(of cell: CellGrid.Cell, part: Int) -> UInt32 {
    let code = isNext(cell) ? UInt32(truncatingIfNeeded: next) : search(cell, part: part)
    next = Int(code) &+ 1
    return code
  }

  /// Whether a cell has the text behind the one that was coded last.
  @inline(__always)
  private func isNext(_ cell: CellGrid.Cell) -> Bool {
    guard next < count else { return false }
    let start = next == 0 ? 0 : ends[next &- 1]
    return ends[next] &- start == cell.count && isText(at: start, cell)
  }

  @inline(__always)
  private mutating func search(_ cell: CellGrid.Cell, part: Int) -> UInt32 {
    let (first, second) = Self.words(cell)
    let length = UInt32(truncatingIfNeeded: cell.count)
    var index = Self.place(first, second, length) & (capacity &- 1)
    while true {
      let slot = slots[index]
      if slot.first == first, slot.second == second, slot.length == length, slot.number != 0,
        length <= 16 || isText(at: slot.start, cell)
      {
        return slot.number &- 1
      }
      if slot.number == 0 { break }
      index = (index &+ 1) & (capacity &- 1)
    }
    return insert(cell, first, second, part: part)
  }

  /// Writes the codes of a column's cells.
  @inline(__always)
  mutating func encode(
    _ grid: CellGrid, _ column: Int, part: Int, to codes: UnsafeMutablePointer<UInt32>
  ) {
    var coded = CodedColumn(grid, column)
    var row = 0
    while row < grid.rows {
      let run = grid.run(from: row, through: column)
      let code = coded.code(of: row, in: &self, part: part)
      (codes + row).update(repeating: code, count: run.count)
      row = run.upperBound
    }
  }

  @inline(__always)
  private static func words(_ cell: CellGrid.Cell) -> (UInt64, UInt64) {
    func word(_ offset: Int) -> UInt64 {
      UInt64(littleEndian: cell.start.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    if cell.count < 8 {
      return (word(0) & ((UInt64(1) &<< UInt64(truncatingIfNeeded: 8 * cell.count)) &- 1), 0)
    }
    if cell.count <= 16 { return (word(0), word(cell.count &- 8)) }
    var (hash, offset) = (word(cell.count &- 8), 8)
    while offset < cell.count &- 8 {
      hash = mixed(hash ^ word(offset), 0x9E37_79B9_7F4A_7C15)
      offset &+= 8
    }
    return (word(0), hash)
  }

  @inline(__always)
  private static func mixed(_ one: UInt64, _ two: UInt64) -> UInt64 {
    let product = one.multipliedFullWidth(by: two)
    return product.high ^ product.low
  }

  @inline(__always)
  private static func place(_ first: UInt64, _ second: UInt64, _ length: UInt32) -> Int {
    let hash = mixed(
      first ^ 0xA076_1D64_78BD_642F, second ^ 0xE703_7ED1_A0B4_28DB ^ UInt64(length) << 32)
    return Int(truncatingIfNeeded: hash)
  }

  private func isText(at start: Int, _ cell: CellGrid.Cell) -> Bool {
    bytes.withUnsafeBytes { bytes in
      bytes.baseAddress.map { memcmp($0 + start, cell.start, cell.count) == 0 } ?? false
    }
  }

  @inline(never)
  private mutating func insert(
    _ cell: CellGrid.Cell, _ first: UInt64, _ second: UInt64, part: Int
  ) -> UInt32 {
    if 2 * (count + 1) > capacity { grow() }
    let start = bytes.count
    bytes.append(contentsOf: UnsafeRawBufferPointer(start: cell.start, count: cell.count))
    ends.append(bytes.count)
    parts.append(part)
    count += 1
    place(
      Slot(
        first: first, second: second, length: UInt32(truncatingIfNeeded: cell.count),
        number: UInt32(truncatingIfNeeded: count), start: start))
    return UInt32(truncatingIfNeeded: count - 1)
  }

  private func place(_ slot: Slot) {
    var index = Self.place(slot.first, slot.second, slot.length) & (capacity - 1)
    while slots[index].number != 0 { index = (index + 1) & (capacity - 1) }
    slots[index] = slot
  }

  private mutating func grow() {
    let (old, size) = (slots, capacity)
    capacity *= 2
    slots = Self.room(capacity)
    for index in 0..<size where old[index].number != 0 { place(old[index]) }
    old.deallocate()
  }

  // MARK: Together

  /// The distinct texts of several dictionaries by first appearance, and for each dictionary what takes
  /// its codes to their places.
  static func merged(
    _ dictionaries: [CellDictionary]
  ) -> (texts: [ArraySlice<UInt8>], maps: [[UInt32]]) {
    if dictionaries.count == 1 {
      let dictionary = dictionaries[0]
      return (
        (0..<dictionary.count).map { dictionary.bytes(of: $0) },
        [Array(0..<UInt32(dictionary.count))]
      )
    }
    // The texts as they are found, and where each first appears.
    var numbers: [ByteText: Int] = [:]
    var found: [(text: ArraySlice<UInt8>, first: (part: Int, code: Int))] = []
    let coded = dictionaries.map { dictionary in
      (0..<dictionary.count).map { code -> Int in
        let text = ByteText(bytes: dictionary.bytes(of: code))
        let seen = (part: dictionary.parts[code], code: code)
        let number = numbers[text, default: found.count]
        if number == found.count {
          numbers[text] = number
          found.append((text.bytes, seen))
        } else if seen < found[number].first {
          found[number].first = seen
        }
        return number
      }
    }
    let order = found.indices.sorted { found[$0].first < found[$1].first }
    var places = [UInt32](repeating: 0, count: order.count)
    for (place, number) in order.enumerated() { places[number] = UInt32(place) }
    return (order.map { found[$0].text }, coded.map { $0.map { places[$0] } })
  }
}

/// A column whose cells are coded row by row: a cell that stands as the last one did has its code.
struct CodedColumn {
  private let cells: CellGrid.Column
  private var last: CellGrid.Cell?
  private var code: UInt32 = 0

  init(_ grid: CellGrid, _ column: Int) { cells = grid.column(column) }

  /// The code of a row's cell in a dictionary, which is always the same one.
  @inline(__always)
  mutating func code(of row: Int, in dictionary: inout CellDictionary, part: Int) -> UInt32 {
    let cell = cells.standing(row)
    if let last, cell.isSame(as: last) { return code }
    code = dictionary.code(of: cells.bare(cell), part: part)
    last = cell
    return code
  }
}
