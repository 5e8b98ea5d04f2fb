/// Where the cells of a delimited text end, found 64 bytes at a time.
///
/// Quotes are respected as by `CSVParser`: a delimiter or line break between quotes parts nothing.
/// Quotes that do not stand around whole cells are not understood but noticed (`isOdd`), so that
/// such a text can be left to the parser.
struct SeparatorScanner {
  /// What was found.
  struct Finding {
    /// The number of separators.
    var count = 0
    /// The end of the last record: behind its line break; nil where no record ends at the limit or
    /// behind it.
    var end: Int?
    /// Whether a quote is open at the end of the bytes.
    var isOpen = false
    /// Whether a quote stands where only the parser knows what it means.
    var isOdd = false
  }

  private typealias Lanes = SIMD16<UInt8>

  /// The byte between cells.
  let delimiter: UInt8
  /// The byte around cells; NUL, which no text holds, where there is none.
  let quote: UInt8

  init(_ dialect: Dialect) {
    (delimiter, quote) = (dialect.delimiter, dialect.quote ?? 0)
  }

  /// Finds the separators that stand outside quotes: delimiters and line breaks, of a CRLF the CR.
  ///
  /// - Parameters:
  ///   - bytes: the text; 64 bytes behind it can be read.
  ///   - start: where a record begins.
  ///   - count: where the text ends.
  ///   - limit: the last record is the one that ends here or is the first to end behind it.
  ///   - hasReturns: whether CR breaks lines too; takes longer.
  ///   - separators: room for a position for each byte, and twelve more.
  /// - Complexity: O(n) in the bytes: some 3 GB a second on one processor.
  func scan(
    _ bytes: UnsafeRawPointer, from start: Int, to count: Int, limit: Int, hasReturns: Bool,
    separators: UnsafeMutablePointer<UInt32>
  ) -> Finding {
    guard hasReturns else {
      return scan(bytes, start, count, limit, separators) { block, delimiter, _ in
        let bits = block.bits(delimiter, or: UInt8(ascii: "\n"))
        return (bits, bits)
      }
    }
    return scan(bytes, start, count, limit, separators) { block, delimiter, afterReturn in
      let feeds = block.bits(UInt8(ascii: "\n"))
      let returns = block.bits(UInt8(ascii: "\r"))
      let parting = block.bits(delimiter) | returns | feeds & ~(returns << 1 | afterReturn)
      afterReturn = returns >> 63
      return (parting, parting | feeds)
    }
  }

  /// - Parameter parting: the bytes of a block that part cells, and those behind which one begins,
  ///   which the LF of a CRLF is too; and whether a CR stands before the block.
  @inline(__always)
  private func scan(
    _ bytes: UnsafeRawPointer, _ start: Int, _ count: Int, _ limit: Int,
    _ separators: UnsafeMutablePointer<UInt32>,
    _ parting: (Block, UInt8, inout UInt64) -> (parting: UInt64, begins: UInt64)
  ) -> Finding {
    let all = ~UInt64(0)
    var finding = Finding()
    var (inside, afterSeparator, afterClose) = (UInt64(0), UInt64(1), UInt64(0))
    var (afterReturn, odd) = (UInt64(0), UInt64(0))
    var index = start
    while index < count {
      let block = Block(bytes + index)
      let valid = index + 64 <= count ? all : all >> UInt64(64 - (count - index))
      let quotes = block.bits(quote) & valid
      // Set from an opening quote to the byte before the closing one.
      let quoted = Self.toggled(quotes) ^ inside
      inside = 0 &- (quoted >> 63)
      let outside = ~quoted & valid
      let marks = parting(block, delimiter, &afterReturn)
      var separating = marks.parting & outside
      let begins = marks.begins & outside
      // A quote opens at the start of a cell, or, doubled, behind one that closes; what closes one
      // is followed by a separator or by its double.
      let (opening, closing) = (quotes & quoted, quotes & ~quoted)
      odd |= opening & ~(begins << 1 | afterSeparator | closing << 1 | afterClose)
      odd |= (closing << 1 | afterClose) & valid & ~(separating | opening)
      (afterSeparator, afterClose) = (begins >> 63, closing >> 63)
      if index + 64 > limit {
        let late =
          separating & ~block.bits(delimiter)
          & (index >= limit ? all : all << UInt64(limit - index))
        if late != 0 {
          let last = late.trailingZeroBitCount
          separating &= all >> UInt64(63 - last)
          finding.count += Self.write(separating, from: index, to: separators + finding.count)
          finding.end = index + last + 1
          inside = 0
          break
        }
      }
      finding.count += Self.write(separating, from: index, to: separators + finding.count)
      index += 64
    }
    finding.isOpen = inside != 0
    finding.isOdd = odd != 0
    return finding
  }

  /// A bit for each place up to which, itself included, an odd number of bits is set.
  @inline(__always)
  private static func toggled(_ bits: UInt64) -> UInt64 {
    var toggled = bits
    toggled ^= toggled << 1
    toggled ^= toggled << 2
    toggled ^= toggled << 4
    toggled ^= toggled << 8
    toggled ^= toggled << 16
    return toggled ^ toggled << 32
  }

  /// Writes the places of bits, and perhaps some more behind them; returns how many bits there are.
  @inline(__always)
  private static func write(
    _ bits: UInt64, from index: Int, to places: UnsafeMutablePointer<UInt32>
  ) -> Int {
    let base = UInt32(truncatingIfNeeded: index)
    var (rest, place) = (bits, places)
    repeat {
      for offset in 0..<6 {
        place[offset] = base &+ UInt32(truncatingIfNeeded: rest.trailingZeroBitCount)
        rest &= rest &- 1
      }
      place += 6
    } while rest != 0
    return bits.nonzeroBitCount
  }

  /// 64 bytes.
  private struct Block {
    private let (first, second, third, fourth): (Lanes, Lanes, Lanes, Lanes)

    @inline(__always)
    init(_ bytes: UnsafeRawPointer) {
      first = bytes.loadUnaligned(as: Lanes.self)
      second = (bytes + 16).loadUnaligned(as: Lanes.self)
      third = (bytes + 32).loadUnaligned(as: Lanes.self)
      fourth = (bytes + 48).loadUnaligned(as: Lanes.self)
    }

    /// A bit for each byte that is the one given.
    @inline(__always)
    func bits(_ byte: UInt8) -> UInt64 {
      let lanes = Lanes(repeating: byte)
      return Self.bits(first .== lanes) | Self.bits(second .== lanes) << 16
        | Self.bits(third .== lanes) << 32 | Self.bits(fourth .== lanes) << 48
    }

    /// A bit for each byte that is one of two.
    @inline(__always)
    func bits(_ byte: UInt8, or other: UInt8) -> UInt64 {
      let (one, two) = (Lanes(repeating: byte), Lanes(repeating: other))
      return Self.bits((first .== one) .| (first .== two))
        | Self.bits((second .== one) .| (second .== two)) << 16
        | Self.bits((third .== one) .| (third .== two)) << 32
        | Self.bits((fourth .== one) .| (fourth .== two)) << 48
    }

    /// A bit for each lane: of eight lanes, each keeps a bit of its own, and they add up.
    @inline(__always)
    private static func bits(_ mask: SIMDMask<SIMD16<Int8>>) -> UInt64 {
      let words = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
      let low = ((words[0] & 0x8040_2010_0804_0201) &* 0x0101_0101_0101_0101) >> 56
      let high = ((words[1] & 0x8040_2010_0804_0201) &* 0x0101_0101_0101_0101) >> 56
      return low | high << 8
    }
  }
}
