#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Work split over the processors, a thread of our own for each.
///
/// OpenBLAS splits a tall, narrow matrix badly or not at all; single-threaded calls from threads of
/// our own do better.
enum Threads {
  /// The processors that are there; to ask the system takes it as long as reading a small file.
  static let processors = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  /// The results of a body for consecutive parts of 0..<count, in their order.
  ///
  /// - Parameters:
  ///   - least: how many a part has at least, so that small work starts no thread.
  ///   - body: is called with each part, at the same time.
  static func map<Result>(
    _ count: Int, least: Int, _ body: @Sendable (Range<Int>) -> Result
  ) -> [Result] {
    let parts = max(1, min(processors, count / max(least, 1)))
    let ranges = (0..<parts).map { count * $0 / parts..<count * ($0 + 1) / parts }
    return map(parts) { body(ranges[$0]) }
  }

  /// The results of a body for each of a number of threads, in their order, the first in this one.
  static func map<Result>(_ parts: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
    guard parts > 1 else { return [body(0)] }
    let results = UnsafeMutablePointer<Result>.allocate(capacity: parts)
    defer {
      results.deinitialize(count: parts)
      results.deallocate()
    }
    withoutActuallyEscaping(body) { body in
      run(
        (0..<parts).map { part in
          { (results + part).initialize(to: body(part)) }
        })
    }
    return Array(UnsafeBufferPointer(start: results, count: parts))
  }

  /// The results of two bodies that run at the same time.
  static func both<One, Other>(
    _ one: @Sendable () -> One, _ other: @Sendable () -> Other
  ) -> (One, Other) {
    let results: (UnsafeMutablePointer<One>, UnsafeMutablePointer<Other>) = (
      .allocate(capacity: 1), .allocate(capacity: 1)
    )
    defer {
      results.0.deallocate()
      results.1.deallocate()
    }
    // Each writes to its own.
    nonisolated(unsafe) let (first, second) = results
    _ = map(2) { (part: Int) in
      if part == 0 { first.initialize(to: one()) } else { second.initialize(to: other()) }
    }
    return (first.move(), second.move())
  }

  /// Makes results on all processors, and lets a body use them one after the other in their order.
  ///
  /// - Parameters:
  ///   - room: makes room for a result; each thread has one, for one result after the other.
  ///   - make: makes a result, at the same time as others.
  ///   - use: is given the results, by one thread at a time.
  /// - Throws: what the body throws; then no more results are made.
  static func inOrder<Room: ~Copyable>(
    _ count: Int, room: @Sendable () -> Room, make: @Sendable (Int, inout Room) -> Void,
    use: @Sendable (borrowing Room) throws -> Void
  ) throws {
    let turns = Turns(count)
    defer { turns.deallocate() }
    let failures = map(min(processors, max(1, count))) { _ -> (any Error)? in
      var room = room()
      while let number = turns.take() {
        make(number, &room)
        guard turns.await(number) else { return nil }
        do {
          try use(room)
          turns.finish(number)
        } catch {
          turns.stop()
          return error
        }
      }
      return nil
    }
    if let failure = failures.lazy.compactMap(\.self).first { throw failure }
  }

  /// Runs all of the work, the first in this thread, and waits for it.
  private static func run(_ work: [() -> Void]) {
    let pointers = work.dropFirst().map { work in
      let pointer = UnsafeMutablePointer<() -> Void>.allocate(capacity: 1)
      pointer.initialize(to: work)
      return pointer
    }
    let threads = pointers.map(start)
    work.first?()
    for (thread, pointer) in zip(threads, pointers) {
      if let thread { pthread_join(thread, nil) } else { pointer.pointee() }
      pointer.deinitialize(count: 1)
      pointer.deallocate()
    }
  }

  /// A thread that does some work; nil where the system gives none.
  private static func start(_ work: UnsafeMutablePointer<() -> Void>) -> pthread_t? {
    #if canImport(Darwin)
      var thread: pthread_t?
      let status = pthread_create(&thread, nil, { perform($0) }, work)
      return status == 0 ? thread : nil
    #else
      var thread = pthread_t()
      let status = pthread_create(&thread, nil, { perform($0) }, work)
      return status == 0 ? thread : nil
    #endif
  }
}

private func perform(_ work: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  work?.assumingMemoryBound(to: (() -> Void).self).pointee()
  return nil
}
