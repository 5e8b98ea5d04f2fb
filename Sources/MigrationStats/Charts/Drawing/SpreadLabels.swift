/// Labels in a column, moved apart where they would lie on one another, as little as need be: labels
/// that touch become one block around the mean of where they would be.
enum SpreadLabels {
  private struct Block {
    var members: [Int]
    var wish: Double
    var height: Double
    var top: Double { wish - height / 2 }
    var bottom: Double { wish + height / 2 }
  }

  /// The middles of labels between a top and a bottom.
  ///
  /// - Parameters:
  ///   - wishes: where the middles would be, in any order.
  ///   - heights: the height of each.
  static func middles(
    _ wishes: [Double], heights: [Double], from top: Double, to bottom: Double
  ) -> [Double] {
    func clamped(_ block: Block) -> Block {
      var block = block
      block.wish = min(block.wish, bottom - block.height / 2)
      block.wish = max(block.wish, top + block.height / 2)
      return block
    }
    let order = wishes.indices.sorted { (wishes[$0], $0) < (wishes[$1], $1) }
    var blocks: [Block] = []
    for index in order {
      var block = clamped(Block(members: [index], wish: wishes[index], height: heights[index]))
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
    var middles = wishes
    for block in blocks {
      var edge = block.top
      for index in block.members {
        middles[index] = edge + heights[index] / 2
        edge += heights[index]
      }
    }
    return middles
  }
}
