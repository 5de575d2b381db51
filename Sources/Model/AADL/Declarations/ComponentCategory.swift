/// The kinds of components.
package enum ComponentCategory: String, Sendable, CaseIterable {
  case abstract
  case bus
  case data
  case device
  case memory
  case process
  case processor
  case subprogram
  case subprogramGroup = "subprogram group"
  case system
  case thread
  case threadGroup = "thread group"
  case virtualBus = "virtual bus"
  case virtualProcessor = "virtual processor"

  /// What a component of this category may hold (AS5506C, the tables of chapters 5 to 7).
  package var legalSubcomponents: Set<ComponentCategory> {
    switch self {
    case .abstract: Set(Self.allCases)
    case .bus, .virtualBus: [.virtualBus, .abstract]
    case .data: [.data, .subprogram, .abstract]
    case .device: [.bus, .virtualBus, .data, .abstract]
    case .memory: [.memory, .bus, .abstract]
    case .process: [.thread, .threadGroup, .data, .subprogram, .subprogramGroup, .abstract]
    case .processor: [.memory, .bus, .virtualProcessor, .virtualBus, .abstract]
    case .subprogram: [.data, .subprogram, .abstract]
    case .subprogramGroup: [.data, .subprogram, .subprogramGroup, .abstract]
    case .system: Set(Self.allCases).subtracting([.thread, .threadGroup])
    case .thread: [.data, .subprogram, .subprogramGroup, .abstract]
    case .threadGroup: [.thread, .threadGroup, .data, .subprogram, .subprogramGroup, .abstract]
    case .virtualProcessor: [.virtualProcessor, .virtualBus, .abstract]
    }
  }
}
