internal import CCells

/// A generation of processors for which the search for cells was compiled.
///
/// What is found is the same on any.
struct Processor: Sendable {
  let generation: ccells_processor

  private init(_ generation: ccells_processor) { self.generation = generation }

  /// The newest that the processor at hand is of.
  static let atHand = Processor(ccells_processor_at_hand())

  /// All that the processor at hand is of, from the oldest on.
  static var all: [Processor] {
    (ccells_any_processor.rawValue...atHand.generation.rawValue).map {
      Processor(ccells_processor(rawValue: $0))
    }
  }
}
