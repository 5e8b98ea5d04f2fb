/// Numbers handed out to threads, each of which has its turn after the one before.
struct Turns: Sendable {
  private struct State {
    var next = 0
    var turn = 0
    var isStopped = false
  }

  private let count: Int
  private let monitor = Monitor(State())

  /// A number of turns; to be deallocated.
  init(_ count: Int) { self.count = count }

  func deallocate() { monitor.deallocate() }

  /// The next number; nil when all are taken.
  func take() -> Int? {
    monitor.locked { state in
      guard state.next < count, !state.isStopped else { return nil }
      defer { state.next += 1 }
      return state.next
    }
  }

  /// Waits for the turn of a number; whether it comes.
  func await(_ number: Int) -> Bool {
    monitor.wait { $0.isStopped ? false : $0.turn >= number ? true : nil }
  }

  /// Ends the turn of a number.
  func finish(_ number: Int) { monitor.change { $0.turn = number + 1 } }

  /// Lets nobody wait or begin any more.
  func stop() { monitor.change { $0.isStopped = true } }
}
