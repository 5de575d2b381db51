import AADL
import CoreSeam
import Foundation
import MatterCore
import ModelAnalysis
import ModelWorkspace
import SeamGenerator
import Testing

/// The budgets of the model against what this build measures.
struct BudgetTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// A size in bytes that the model gives the thread of the core.
  private func budget(_ property: String) throws -> Int {
    let model = try Workspace(root: Self.root.path).model
    guard case .type(let type)? = model.classifier(package: "Verified_Core", name: "Engine") else {
      throw Missing()
    }
    let key = "memory_properties::" + property
    let value = try #require(model.property(key, of: .type(type)))
    return Int(try #require(model.properties.integer(value, in: .size)) / 8)
  }

  private struct Missing: Error {}

  @Test func theStateOfTheCoreFitsItsDataSize() throws {
    let measured =
      MemoryLayout<VerifiedCore>.size + MemoryLayout<Outbox>.size
      + MemoryLayout<FrameAssembler>.size
    let budget = try budget("data_size")
    #expect(measured <= budget, "\(measured) bytes of \(budget)")
    // A budget of many times the need would say nothing.
    #expect(measured * 2 > budget, "\(measured) bytes of \(budget)")
  }

  @Test func theLongestFrameIsThatOfTheModel() throws {
    let workspace = try Workspace(root: Self.root.path)
    let seam = try #require(workspace.check.seam)
    #expect(Frame.largestBody == seam.largestBody)
    #expect(MemoryLayout<FrameBytes>.size >= seam.largestBody + Frame.lengthSize)
  }

  #if !DEBUG
    /// A whole handshake and a message, in both roles, on a painted stack. Only optimised code
    /// has the stack that the model speaks of.
    @Test func theStackOfAStepFitsItsStackSize() throws {
      let simulation = Simulation()
      try simulation.openWindow()
      simulation.pair()
      simulation.run(seconds: 10)
      #expect(simulation.device.notices.established != nil)
      let budget = try budget("stack_size")
      for node in [simulation.commissioner, simulation.device] {
        let measured = try PaintedStack.use(of: Replay(node.inputs))
        #expect(measured > 1000)
        #expect(measured <= budget, "\(measured) bytes of \(budget)")
        #expect(measured * 3 > budget, "\(measured) bytes of \(budget)")
      }
    }
  #endif
}
