/// How much may come out of what is packed: enough for any table, too little for a bomb.
///
/// Deflate packs at most 1,032 bytes into one. Tables and sheets, for all their repetition, seldom
/// reach 100 to 1; what goes beyond 200 to 1 is refused, unless it is small.
struct UnpackingBound {
  /// The most bytes that are unpacked, 2 GiB.
  var bytes = 2 << 30
  /// The most bytes that may come of one.
  var ratio = 200
  /// How many bytes are unpacked whatever the ratio, 64 MiB.
  var harmless = 64 << 20

  /// How many bytes may be unpacked of some packed ones.
  func limit(packed: Int) -> Int { min(bytes, max(harmless, packed.multiplied(by: ratio))) }

  /// The refusal of what unpacks to more.
  ///
  /// - Parameter unpacked: how many bytes it says it has; nil where it does not.
  func error(packed: Int, unpacked: Int?, at position: Position) -> ReadingError {
    let size =
      unpacked.map { "to \(Self.size($0))" } ?? "to more than \(Self.size(limit(packed: packed)))"
    let isLarge = limit(packed: packed) == bytes
    return ReadingError(
      .unpacking,
      "its \(Self.size(packed)) unpack \(size); "
        + (isLarge
          ? "at most \(Self.size(bytes)) are unpacked"
          : "at most \(ratio) bytes are unpacked of one, as no table packs better"),
      at: position,
      remedy: isLarge
        ? "Unpack it by other means and pass the file itself."
        : "It may be made to fill the memory. If it comes from where you think it does, unpack it "
          + "by other means and pass the file itself.")
  }

  private static func size(_ bytes: Int) -> String {
    switch bytes {
    case (1 << 30)...: "\(Numerals.rounded(Double(bytes) / 0x1p30, decimals: 1)) GiB"
    case (1 << 20)...: "\(Numerals.rounded(Double(bytes) / 0x1p20, decimals: 1)) MiB"
    case 10_000...: "\(Numerals.rounded(Double(bytes) / 0x1p10, decimals: 0)) KiB"
    default: "\(Numerals.grouped(Double(bytes))) bytes"
    }
  }
}

extension Int {
  /// The product, or the greatest number where it is none.
  fileprivate func multiplied(by factor: Int) -> Int {
    let (product, overflows) = multipliedReportingOverflow(by: factor)
    return overflows ? .max : product
  }
}
