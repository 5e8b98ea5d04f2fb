/// The parts of a text handed out to threads one after the other, and where each turned out to begin.
///
/// Where a part begins only the part before it knows for certain: a line break may lie between quotes.
/// So each thread looks for the cells of its part from where it seems to begin, and asks here before it
/// does anything with them.
struct PartRelay: Sendable {
  private struct State {
    var next = 0
    /// How many parts have said where they end, and the end of the last of these.
    var known = 0
    var end: Int
    var isStopped = false
  }

  private let monitor: Monitor<State>
  private let count: Int

  /// A relay of parts, of which the first begins at a place; to be deallocated.
  init(parts: Int, start: Int) {
    count = parts
    monitor = Monitor(State(end: start))
  }

  func deallocate() { monitor.deallocate() }

  /// The next part; nil when all are taken.
  func take() -> Int? {
    monitor.locked { state in
      guard state.next < count, !state.isStopped else { return nil }
      defer { state.next += 1 }
      return state.next
    }
  }

  /// Where a part begins, once the parts before it have told; nil where reading was stopped.
  func start(of part: Int) -> Int? {
    monitor.wait { state -> Int?? in
      if state.isStopped { return .some(nil) }
      return state.known >= part ? .some(state.end) : nil
    }
  }

  /// Where a part begins, if that is known by now.
  func startIfKnown(of part: Int) -> Int? {
    monitor.locked { $0.known == part ? $0.end : nil }
  }

  /// Says where a part ends, whose beginning was asked for.
  func finish(_ part: Int, end: Int) { monitor.change { ($0.known, $0.end) = (part + 1, end) } }

  /// Lets nobody wait or begin any more.
  func stop() { monitor.change { $0.isStopped = true } }
}
