package import AADL

/// Draws a system as SVG.
package struct SVGWriter {
  private let layout: DiagramLayout
  private let system: SystemInstance

  package init(_ system: SystemInstance) {
    self.system = system
    layout = DiagramLayout(system)
  }

  package var text: String {
    let (width, height) = layout.size
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\" "
        + "viewBox=\"0 0 \(width) \(height)\" font-family=\"Helvetica, Arial, sans-serif\">",
      "<!-- Generated from aadl/ by `matter-sim model diagram`. -->",
      "<defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"8\" "
        + "markerHeight=\"8\" orient=\"auto-start-reverse\">"
        + "<path d=\"M0 0 L8 4 L0 8 z\" fill=\"#444\"/></marker></defs>",
      "<rect width=\"\(width)\" height=\"\(height)\" fill=\"#fff\"/>",
    ]
    lines += layout.root.all.map(box)
    lines += layout.wires.map(wire)
    lines += layout.root.all.flatMap { $0.ports.map(port) }
    return (lines + ["</svg>"]).joined(separator: "\n") + "\n"
  }

  private func box(_ box: Box) -> String {
    let frame = box.frame
    let style = style(of: system.components[box.component].category)
    return "<rect x=\"\(frame.x)\" y=\"\(frame.y)\" width=\"\(frame.width)\" "
      + "height=\"\(frame.height)\" rx=\"\(style.radius)\" fill=\"\(style.fill)\" "
      + "stroke=\"\(style.stroke)\"\(style.dash)/>"
      + "<text x=\"\(frame.x + 10)\" y=\"\(frame.y + 20)\" font-size=\"14\" font-weight=\"bold\" "
      + "fill=\"#111\">\(escaped(box.title))</text>"
      + "<text x=\"\(frame.x + 10)\" y=\"\(frame.y + 36)\" font-size=\"11\" "
      + "fill=\"#555\">\(escaped(box.subtitle))</text>"
  }

  private func wire(_ wire: Wire) -> String {
    let points = wire.points.map { "\($0.x),\($0.y)" }.joined(separator: " ")
    let start = wire.isBidirectional ? " marker-start=\"url(#arrow)\"" : ""
    return "<polyline points=\"\(points)\" fill=\"none\" stroke=\"#444\" stroke-width=\"1.2\" "
      + "stroke-linejoin=\"round\" marker-end=\"url(#arrow)\"\(start)>"
      + "<title>\(escaped(wire.name))</title></polyline>"
  }

  private func port(_ port: PortMark) -> String {
    let anchor = port.side == .left ? "start" : "end"
    let x = port.side == .left ? port.point.x + port.inset : port.point.x - port.inset
    return "<rect x=\"\(port.point.x - 3)\" y=\"\(port.point.y - 3)\" width=\"6\" height=\"6\" "
      + "fill=\"#fff\" stroke=\"#444\"/>"
      + "<text x=\"\(x)\" y=\"\(port.point.y + (port.isCrossed ? -4 : 4))\" font-size=\"11\" fill=\"#222\" "
      + "text-anchor=\"\(anchor)\">\(escaped(port.name))</text>"
  }

  private func style(
    of category: ComponentCategory
  ) -> (fill: String, stroke: String, radius: Int, dash: String) {
    switch category {
    case .process: ("#e8f0fb", "#3b6ea8", 4, "")
    case .thread, .threadGroup: ("#ffffff", "#3b6ea8", 10, " stroke-dasharray=\"5 3\"")
    case .system: ("#f7f7f4", "#777", 10, "")
    case .device: ("#fdf3e3", "#b07a2a", 2, "")
    case .abstract, .bus, .data, .memory, .processor, .subprogram, .subprogramGroup, .virtualBus,
      .virtualProcessor:
      ("#f0f0f0", "#777", 2, "")
    }
  }

  private func escaped(_ text: String) -> String {
    text.map { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      default: String(character)
      }
    }.joined()
  }
}
