internal import CBLAS

/// The library that solves what is large.
enum OpenBLAS {
  /// Its version and how it was built, as it says itself: `0.3.21 … Haswell MAX_THREADS=64`.
  static var version: String {
    let words = openblas_get_config().map { String(cString: $0) } ?? "unknown"
    return words.split(separator: " ").drop { $0 == "OpenBLAS" }.joined(separator: " ")
  }

  /// How many threads one call of it may use.
  static var threads: Int { Int(openblas_get_num_threads()) }
}
