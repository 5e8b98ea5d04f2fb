internal import CBLAS

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The library that solves what is large: its routines, loaded when the first is called.
///
/// To load it and to start its threads takes longer than most commands do, and most never call it.
/// Where it is not installed, the first call ends the program: exit code 69, and a line on standard
/// error that says how to install it. A caller that went on would lack the result without knowing.
enum OpenBLAS {
  #if canImport(Darwin)
    static let dgemm: cblas_dgemm_function = cblas_dgemm
    static let dsyrk: cblas_dsyrk_function = cblas_dsyrk
    static let dgeqrf: dgeqrf_function = dgeqrf_
    static let dormqr: dormqr_function = dormqr_
    static let dtrtrs: dtrtrs_function = dtrtrs_
    static let setThreads: openblas_set_num_threads_function = openblas_set_num_threads
    private static let getThreads: openblas_get_num_threads_function = openblas_get_num_threads
    private static let getConfig: openblas_get_config_function = openblas_get_config
    private static let isInstalled = true
  #else
    static let dgemm: cblas_dgemm_function = routine("cblas_dgemm")
    static let dsyrk: cblas_dsyrk_function = routine("cblas_dsyrk")
    static let dgeqrf: dgeqrf_function = routine("dgeqrf_")
    static let dormqr: dormqr_function = routine("dormqr_")
    static let dtrtrs: dtrtrs_function = routine("dtrtrs_")
    static let setThreads: openblas_set_num_threads_function = routine("openblas_set_num_threads")
    private static let getThreads: openblas_get_num_threads_function = routine(
      "openblas_get_num_threads")
    private static let getConfig: openblas_get_config_function = routine("openblas_get_config")
    private static var isInstalled: Bool { library.address != 0 }

    /// The library's handle, zero where it cannot be loaded, and why it cannot.
    private static let library: (address: UInt, reason: String) = {
      var reasons: [String] = []
      for name in ["libopenblas.so.0", "libopenblas.so"] {
        if let handle = dlopen(name, RTLD_NOW) { return (UInt(bitPattern: handle), "") }
        reasons.append(dlerror().map { String(cString: $0) } ?? name)
      }
      return (0, reasons[0])
    }()

    /// A routine of the library, as a pointer to a C function.
    private static func routine<Function>(_ name: String) -> Function {
      guard let handle = UnsafeMutableRawPointer(bitPattern: library.address) else {
        refuse(library.reason)
      }
      guard let address = dlsym(handle, name) else {
        refuse(dlerror().map { String(cString: $0) } ?? name)
      }
      return unsafeBitCast(address, to: Function.self)
    }

    private static func refuse(_ reason: String) -> Never {
      let text = """
        Error: OpenBLAS, which solves least squares, cannot be loaded: \(reason)
        hint: install it: apt-get install libopenblas0, or your system's package of OpenBLAS

        """
      _ = write(STDERR_FILENO, text, text.utf8.count)
      exit(EX_UNAVAILABLE)
    }
  #endif

  /// Its version, how it was built, as it says itself, and its threads:
  /// `0.3.21 … Haswell MAX_THREADS=64; 2 threads of ours, 2 in one call`.
  static var version: String {
    guard isInstalled else { return "not installed" }
    let words = getConfig().map { String(cString: $0) } ?? "unknown"
    let version = words.split(separator: " ").drop { $0 == "OpenBLAS" }.joined(separator: " ")
    return "\(version); \(Threads.processors) threads of ours, \(getThreads()) in one call"
  }
}
