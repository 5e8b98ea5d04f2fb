import MigrationStats

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A line on the terminal that says how far long work is, from its first second on.
///
/// Nothing is written where standard error is no terminal, or where notes are not wanted.
enum ProgressLine {
  /// What is told how many of how many series are done; the line goes when all are.
  static func teller(isQuiet: Bool) -> Panel.Progress {
    line(isQuiet) { done, all in "\(done) of \(all) series …" }
  }

  /// What is told how many of how many bytes of a file are read; the line goes when all are.
  static func reader(isQuiet: Bool) -> Columns.Progress {
    line(isQuiet) { done, all in
      "\(Int(100 * Double(done) / Double(max(all, 1)))) per cent of \(all / 1_000_000) MB …"
    }
  }

  private static func line(
    _ isQuiet: Bool, _ text: @escaping (Int, Int) -> String
  ) -> (Int, Int) -> Void {
    let isShown = !isQuiet && Terminal.canRewriteLines
    let start = now
    var last = 0.0
    return { done, all in
      let seconds = now - start
      guard isShown, seconds >= 1, seconds - last >= 0.2 || done == all else { return }
      last = seconds
      Interruption.endProgress()
      Terminal.write("\r\u{1B}[K" + (done == all ? "" : text(done, all)))
    }
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
