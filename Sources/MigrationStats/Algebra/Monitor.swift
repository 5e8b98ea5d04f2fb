#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A state that threads share: one of them looks at it at a time, and others wait for what it will be.
struct Monitor<State>: @unchecked Sendable {
  private let state: UnsafeMutablePointer<State>
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private let changed: UnsafeMutablePointer<pthread_cond_t>

  /// A monitor of a state; to be deallocated.
  init(_ state: State) {
    self.state = .allocate(capacity: 1)
    self.state.initialize(to: state)
    lock = .allocate(capacity: 1)
    changed = .allocate(capacity: 1)
    pthread_mutex_init(lock, nil)
    pthread_cond_init(changed, nil)
  }

  func deallocate() {
    pthread_mutex_destroy(lock)
    pthread_cond_destroy(changed)
    state.deinitialize(count: 1)
    state.deallocate()
    lock.deallocate()
    changed.deallocate()
  }

  /// Looks at the state, or takes from it what nobody waits for.
  func locked<Result>(_ body: (inout State) -> Result) -> Result {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return body(&state.pointee)
  }

  /// Changes the state, and lets those look again who wait.
  func change(_ body: (inout State) -> Void) {
    locked(body)
    pthread_cond_broadcast(changed)
  }

  /// What a body makes of the state once it makes something of it.
  func wait<Result>(for body: (inout State) -> Result?) -> Result {
    locked { state in
      while true {
        if let result = body(&state) { return result }
        pthread_cond_wait(changed, lock)
      }
    }
  }
}
