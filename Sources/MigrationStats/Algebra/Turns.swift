#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Numbers handed out to threads, each of which has its turn after the one before.
struct Turns: @unchecked Sendable {
  private struct State {
    var next = 0
    var turn = 0
    var isStopped = false
  }

  private let count: Int
  private let state: UnsafeMutablePointer<State>
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private let changed: UnsafeMutablePointer<pthread_cond_t>

  /// A number of turns; to be deallocated.
  init(_ count: Int) {
    self.count = count
    state = .allocate(capacity: 1)
    state.initialize(to: State())
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

  /// The next number; nil when all are taken.
  func take() -> Int? {
    locked {
      guard state.pointee.next < count, !state.pointee.isStopped else { return nil }
      defer { state.pointee.next += 1 }
      return state.pointee.next
    }
  }

  /// Waits for the turn of a number; whether it comes.
  func await(_ number: Int) -> Bool {
    locked {
      while state.pointee.turn < number, !state.pointee.isStopped {
        pthread_cond_wait(changed, lock)
      }
      return !state.pointee.isStopped
    }
  }

  /// Ends the turn of a number.
  func finish(_ number: Int) {
    locked { state.pointee.turn = number + 1 }
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
