/// A file that a generator makes: its place below the package, and its text.
package struct GeneratedFile: Sendable, Equatable {
  package let path: String
  package let text: String

  package init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}
