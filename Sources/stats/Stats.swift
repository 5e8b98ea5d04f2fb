import ArgumentParser
@main struct Stats: ParsableCommand { }
