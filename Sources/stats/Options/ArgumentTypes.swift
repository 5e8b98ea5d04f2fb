public import ArgumentParser
public import MigrationStats

// Choices of the library that are words on the command line.
extension Interpolation: ExpressibleByArgument {}
extension Report.Format: ExpressibleByArgument {}
extension TidyingOptions.LayoutName: ExpressibleByArgument {}
extension Regression.Family: ExpressibleByArgument {}
extension Regression.Part: ExpressibleByArgument {}
extension Scale: ExpressibleByArgument {}
extension BrokenTrend.Join: ExpressibleByArgument {}
extension Recipe.Operation: ExpressibleByArgument {}
extension GrowthDefinition: ExpressibleByArgument {}
extension Growth.Basis: ExpressibleByArgument {}
extension Figure.Form: ExpressibleByArgument {}
extension ChartType: ExpressibleByArgument {}
extension ChartShape: ExpressibleByArgument {}
extension MatrixSide: ExpressibleByArgument {}
extension ThousandsMark: ExpressibleByArgument {}
extension LetterMeaning: ExpressibleByArgument {}
extension BracketMeaning: ExpressibleByArgument {}
