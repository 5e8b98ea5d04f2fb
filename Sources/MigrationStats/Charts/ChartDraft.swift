/// A chart whose words still lack their figures.
struct ChartDraft {
  var title: String
  var subtitle: String
  var data: Report
  var body: Chart.Body
  var notes: [String]
  var caveats: [Caveat]
  /// What the picture is, as the words begin: `Line chart`.
  var kind: String
  /// The figures that the words give, those that matter most first.
  var wishes: [FigureRequest]
  /// Sentences for what no figure says: a break, a gap, how many areas are drawn.
  var remarks: [String] = []
}
