import AADL
import Foundation
import ModelDiagram
import Testing

struct DiagramTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "aadl")

  private func system(_ package: String, _ name: String) throws -> SystemInstance {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
      .filter { $0.hasSuffix(".aadl") }.sorted()
    let model = Model(
      try names.map {
        SourceText(
          name: $0,
          text: try String(contentsOf: Self.folder.appending(path: $0), encoding: .utf8))
      })
    guard case .implementation(let index)? = model.classifier(package: package, name: name) else {
      throw Missing()
    }
    return Instantiation.instance(of: index, in: model)
  }

  private struct Missing: Error {}

  @Test(arguments: ["Party.impl", "Loopback.impl"])
  func noTwoLabelsOverlap(_ name: String) throws {
    let labels = DiagramLayout(try system("Matter_Systems", name)).labels.filter { $0.width > 0 }
    for (index, label) in labels.enumerated() {
      for other in labels[(index + 1)...] where label.overlaps(other) {
        Issue.record("\(label) overlaps \(other)")
      }
    }
  }

  @Test(arguments: ["Party.impl", "Loopback.impl"])
  func everyConnectionOfTheSystemIsDrawnOnceAtRightAngles(_ name: String) throws {
    let system = try system("Matter_Systems", name)
    let layout = DiagramLayout(system)
    #expect(layout.wires.count == system.components.reduce(0) { $0 + $1.connections.count })
    for wire in layout.wires {
      for (from, to) in zip(wire.points, wire.points.dropFirst()) {
        #expect(from.x == to.x || from.y == to.y, "\(wire.name)")
      }
    }
  }

  @Test func partsAreInsideOfTheWholeAndApartFromEachOther() throws {
    func check(_ box: Box) {
      for (index, part) in box.parts.enumerated() {
        #expect(part.frame.x > box.frame.x && part.frame.right < box.frame.right)
        #expect(part.frame.y > box.frame.y && part.frame.bottom < box.frame.bottom)
        for other in box.parts[(index + 1)...] { #expect(!part.frame.overlaps(other.frame)) }
        check(part)
      }
    }
    check(DiagramLayout(try system("Matter_Systems", "Loopback.impl")).root)
  }

  @Test func noTwoConnectionsRunOnTopOfEachOther() throws {
    let wires = DiagramLayout(try system("Matter_Systems", "Loopback.impl")).wires
    var vertical: [Int: [Range<Int>]] = [:]
    for wire in wires {
      for (from, to) in zip(wire.points, wire.points.dropFirst()) where from.x == to.x {
        guard from.y != to.y else { continue }
        let range = min(from.y, to.y)..<max(from.y, to.y)
        #expect(!(vertical[from.x] ?? []).contains { $0.overlaps(range) }, "\(wire.name)")
        vertical[from.x, default: []].append(range)
      }
    }
  }

  @Test func theSVGHasEveryComponentAndEscapesItsText() throws {
    let system = try system("Matter_Systems", "Loopback.impl")
    let text = SVGWriter(system).text
    for component in system.components where component.category != .data {
      #expect(text.contains(">\(component.name)<"))
    }
    #expect(text.hasPrefix("<svg ") && text.hasSuffix("</svg>\n"))
  }
}
