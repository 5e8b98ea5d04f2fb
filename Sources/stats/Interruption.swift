#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What is tidied up where a run is ended by Ctrl-C or by another signal that asks it to end: files
/// that are not whole yet, and a line of progress.
///
/// A handler of signals may touch little more than memory that lies ready: hence a table of C strings.
enum Interruption {
  /// The most files that are being written at one time; of further ones the unfinished part stays.
  fileprivate static let limit = 4096

  /// Begins to take away a file where the run is ended.
  static func take(away path: String) {
    prepare()
    pthread_mutex_lock(&mutex)
    defer { pthread_mutex_unlock(&mutex) }
    guard let places, let free = (0..<limit).first(where: { places[$0] == nil }) else { return }
    places[free] = strdup(path)
  }

  /// Leaves a file alone that is in its place, or gone.
  static func leave(_ path: String) {
    pthread_mutex_lock(&mutex)
    defer { pthread_mutex_unlock(&mutex) }
    guard let places else { return }
    for index in 0..<limit {
      guard let place = places[index], strcmp(place, path) == 0 else { continue }
      places[index] = nil
      free(place)
      return
    }
  }

  /// Begins to end a line of progress where the run is ended.
  static func endProgress() {
    prepare()
    hasProgress = true
  }

  private static func prepare() {
    pthread_mutex_lock(&mutex)
    defer { pthread_mutex_unlock(&mutex) }
    guard places == nil else { return }
    places = .allocate(capacity: limit)
    places?.initialize(repeating: nil, count: limit)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      // What a parent told us to ignore, such as nohup, stays ignored.
      let former = signal(number, interrupted)
      if unsafeBitCast(former, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
        signal(number, SIG_IGN)
      }
    }
  }
}

// One process has one table for its signals.
private nonisolated(unsafe) var mutex = pthread_mutex_t()
private nonisolated(unsafe) var places: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
private nonisolated(unsafe) var hasProgress = false

/// Tidies up and lets the signal end the run, so that its parent sees by what it was ended.
private func interrupted(_ number: Int32) {
  if let places {
    for index in 0..<Interruption.limit {
      if let place = places[index] { unlink(place) }
    }
  }
  if hasProgress {
    let line: (UInt8, UInt8, UInt8, UInt8) = (13, 27, 91, 75)
    withUnsafeBytes(of: line) { _ = platformWrite(2, $0.baseAddress, 4) }
  }
  signal(number, SIG_DFL)
  raise(number)
}
