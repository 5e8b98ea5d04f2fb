/// Labels beside one another on a line, moved apart as little as need be.
enum LabelSpread {
  /// A label as it would stand.
  struct Item {
    let middle: Double
    let height: Double
  }

  /// The middles of labels, in the order of where they would stand, so that none lies on another:
  /// labels that touch become one block around the mean of where they would be.
  static func middles(_ items: [Item], from top: Double, to bottom: Double) -> [Double] {
    struct Block {
      var members: [Int]
      var wish: Double
      var height: Double
      var top: Double { wish - height / 2 }
      var bottom: Double { wish + height / 2 }
    }
    func clamped(_ block: Block) -> Block {
      var block = block
      block.wish = min(block.wish, bottom - block.height / 2)
      block.wish = max(block.wish, top + block.height / 2)
      return block
    }
    var blocks: [Block] = []
    for (index, item) in items.enumerated() {
      var block = clamped(Block(members: [index], wish: item.middle, height: item.height))
      while let before = blocks.last, before.bottom > block.top {
        blocks.removeLast()
        let count = Double(before.members.count + block.members.count)
        block = clamped(
          Block(
            members: before.members + block.members,
            wish: (before.wish * Double(before.members.count)
              + block.wish * Double(block.members.count)) / count,
            height: before.height + block.height))
      }
      blocks.append(block)
    }
    var middles = [Double](repeating: 0, count: items.count)
    for block in blocks {
      var edge = block.top
      for index in block.members {
        middles[index] = edge + items[index].height / 2
        edge += items[index].height
      }
    }
    return middles
  }
}
