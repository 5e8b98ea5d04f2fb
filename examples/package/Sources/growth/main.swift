import Foundation
import MigrationStats

let path = "examples/my-download.csv"
let world = try Table(contentsOf: URL(filePath: path)).tidied().series(of: "World")
let growth = try world.growth(.log, over: 1990...2019)
print("\(growth.rate?.value ?? .nan) per cent a year")  // 1.979215530804561 per cent a year
for caveat in growth.caveats { print(caveat.text) }
