/// An expression as a list of steps, each after those that it needs; the last is the whole.
///
/// A list, unlike a tree, is walked without recursion: no text, however nested, exhausts the stack.
struct CurveExpression: Sendable, Hashable {
  /// What a step computes.
  enum Operation: Sendable, Hashable {
    case number(Double)
    case pi
    /// The name at an index of the names.
    case name(Int)
    case negative
    case sum, difference, product, quotient, power
    case call(CurveFunction)
  }

  /// A step and the steps whose values it takes.
  struct Step: Sendable, Hashable {
    let operation: Operation
    /// The first operand, or the only one; −1 where there is none.
    var first = -1
    /// The second operand; −1 where there is none.
    var second = -1
  }

  /// The steps; never empty.
  let steps: [Step]
  /// The names, in order of appearance.
  let names: [String]

  /// The whole expression as it may be written.
  var text: String { texts().last ?? "" }

  /// Each step as it may be written, with no more parentheses than it takes.
  ///
  /// - Complexity: O(n²) for n steps in the worst case.
  func texts() -> [String] {
    var texts: [String] = []
    for step in steps {
      /// An operand, within parentheses where it binds no tighter than asked for.
      func operand(_ index: Int, atLeast level: Int) -> String {
        Self.level(steps[index].operation) >= level ? texts[index] : "(\(texts[index]))"
      }
      func binary(_ sign: String, _ left: Int, _ right: Int) -> String {
        operand(step.first, atLeast: left) + sign + operand(step.second, atLeast: right)
      }
      let text =
        switch step.operation {
        case .number(let value): Numerals.exact(value)
        case .pi: "pi"
        case .name(let index): Self.quoted(names[index])
        case .negative: "-" + operand(step.first, atLeast: 3)
        case .sum: binary(" + ", 1, 2)
        case .difference: binary(" - ", 1, 2)
        case .product: binary("*", 2, 3)
        case .quotient: binary("/", 2, 3)
        case .power: binary("^", 5, 3)
        case .call(let function): "\(function.rawValue)(\(texts[step.first]))"
        }
      texts.append(text)
    }
    return texts
  }

  /// How tightly an operation binds: sums 1, products 2, a sign 3, powers 4, all else 5.
  private static func level(_ operation: Operation) -> Int {
    switch operation {
    case .sum, .difference: 1
    case .product, .quotient: 2
    case .negative: 3
    case .power: 4
    case .number, .pi, .name, .call: 5
    }
  }

  /// A name between backquotes where it would not be read as one without them.
  private static func quoted(_ name: String) -> String {
    let isPlain = name != "pi" && CurveLexer.isPlainName(name)
    return isPlain ? name : "`\(name)`"
  }
}
