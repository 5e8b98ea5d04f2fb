#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The parts of a text handed out to threads one after the other, and where each turned out to begin.
///
/// Where a part begins only the part before it knows for certain: a line break may lie between quotes.
/// So each thread looks for the cells of its part from where it seems to begin, and asks here before it
/// does anything with them.
struct PartRelay: @unchecked Sendable {
  private struct State {
    var next = 0
    /// How many parts have said where they end, and the end of the last of these.
    var known = 0
    var end: Int
    var isStopped = false
  }

  private let state: UnsafeMutablePointer<State>
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private let changed: UnsafeMutablePointer<pthread_cond_t>
  private let count: Int

  /// A relay of parts, of which the first begins at a place; to be deallocated.
  init(parts: Int, start: Int) {
    count = parts
    state = .allocate(capacity: 1)
    state.initialize(to: State(end: start))
    lock = .allocate(capacity: 1)
    changed = .allocate(capacity: 1)
    pthread_mutex_init(lock, nil)
    pthread_cond_init(changed, nil)
  }

  func deallocate() {
    pthread_mutex_destroy(lock)
    pthread_cond_destroy(changed)
    state.deallocate()
    lock.deallocate()
    changed.deallocate()
  }

  /// The next part; nil when all are taken.
  func take() -> Int? {
    locked {
      guard state.pointee.next < count, !state.pointee.isStopped else { return nil }
      defer { state.pointee.next += 1 }
      return state.pointee.next
    }
  }

  /// Where a part begins, once the parts before it have told; nil where reading was stopped.
  func start(of part: Int) -> Int? {
    locked {
      while state.pointee.known < part, !state.pointee.isStopped {
        pthread_cond_wait(changed, lock)
      }
      return state.pointee.isStopped ? nil : state.pointee.end
    }
  }

  /// Where a part begins, if that is known by now.
  func startIfKnown(of part: Int) -> Int? {
    locked { state.pointee.known == part ? state.pointee.end : nil }
  }

  /// Says where a part ends, whose beginning was asked for.
  func finish(_ part: Int, end: Int) {
    locked { (state.pointee.known, state.pointee.end) = (part + 1, end) }
    pthread_cond_broadcast(changed)
  }

  /// Lets nobody wait or begin any more.
  func stop() {
    locked { state.pointee.isStopped = true }
    pthread_cond_broadcast(changed)
  }

  private func locked<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return body()
  }
}
