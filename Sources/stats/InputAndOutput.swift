import ArgumentParser

/// A command that reads one file and may write another.
protocol InputAndOutput {
  /// What the command line names as the input, and as the file to write.
  var names: (input: String, output: String?) { get }
}

extension InputAndOutput {
  /// Refuses to write over the file that is read: a result in its place would leave nothing to read again.
  ///
  /// - Throws: `ValidationError`, before anything is read.
  func refuseToOverwriteInput() throws {
    guard let output = names.output, OutputFile(path: output).isSame(as: names.input) else {
      return
    }
    throw ValidationError(
      "-o names the file that is read, ‘\(names.input)’: give the result another name.")
  }
}

/// A command whose input and output are told by the options that most commands share.
protocol UsualInputAndOutput: InputAndOutput {
  var input: InputOptions { get }
  var output: OutputOptions { get }
}

extension UsualInputAndOutput {
  var names: (input: String, output: String?) { (input.from.input, output.place.output) }
}

extension CompareCommand: UsualInputAndOutput {}
extension DescribeCommand: UsualInputAndOutput {}
extension FitCommand: UsualInputAndOutput {}
extension ForecastCommand: UsualInputAndOutput {}
extension GrowthCommand: UsualInputAndOutput {}
extension InspectCommand: UsualInputAndOutput {}
extension TidyCommand: UsualInputAndOutput {}

extension ChartCommand: InputAndOutput {
  var names: (input: String, output: String?) { (input.from.input, output.place.output) }
}

extension CiteCommand: InputAndOutput {
  var names: (input: String, output: String?) { (input.from.input, output.output) }
}

extension RegressCommand: InputAndOutput {
  var names: (input: String, output: String?) { (from.input, output.place.output) }
}

extension RowsCommand: InputAndOutput {
  var names: (input: String, output: String?) { (input, output.output) }
}

extension SumCommand: InputAndOutput {
  var names: (input: String, output: String?) { (input, output.place.output) }
}
