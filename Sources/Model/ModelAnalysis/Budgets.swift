package import AADL

/// Threads that cannot be in time, and memory that does not suffice for what it must hold.
package struct Budgets: SystemAnalysis {
  package init() {}

  package func diagnostics(of system: SystemInstance) -> [Diagnostic] {
    system.components.flatMap { component in
      switch component.category {
      case .thread: thread(component, system) + memory(of: component, system)
      case .process:
        load(of: component, system) + memory(of: component, system) + fuel(of: component, system)
      case .abstract, .bus, .data, .device, .memory, .processor, .subprogram, .subprogramGroup,
        .system, .threadGroup, .virtualBus, .virtualProcessor:
        [Diagnostic]()
      }
    }
  }

  // MARK: time

  private func thread(_ component: ComponentInstance, _ system: SystemInstance) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if system.property("thread_properties::dispatch_protocol", of: component.id) == nil {
      found.append(missing("Dispatch_Protocol", component, system))
    }
    let period = time("timing_properties::period", component, system)
    let deadline = time("timing_properties::deadline", component, system)
    let execution = time("timing_properties::compute_execution_time", component, system)
    if period == nil { found.append(missing("Period", component, system)) }
    if deadline == nil { found.append(missing("Deadline", component, system)) }
    if execution == nil { found.append(missing("Compute_Execution_Time", component, system)) }
    if let execution, let deadline, execution > deadline {
      found.append(
        Diagnostic(
          "'\(component.path)' may compute for \(timeText(execution)), longer than its deadline, "
            + timeText(deadline), at: component.location))
    }
    if let period, let deadline, deadline > period {
      found.append(
        Diagnostic(
          "the deadline of '\(component.path)', \(timeText(deadline)), is after its next dispatch, "
            + timeText(period), at: component.location))
    }
    return found
  }

  /// The threads of a process share one processor: their execution times must fit their periods.
  private func load(of process: ComponentInstance, _ system: SystemInstance) -> [Diagnostic] {
    var partsPerMillion: Int64 = 0
    for id in process.children where system.components[id].category == .thread {
      let thread = system.components[id]
      guard let period = time("timing_properties::period", thread, system), period > 0 else {
        continue
      }
      guard let execution = time("timing_properties::compute_execution_time", thread, system)
      else { continue }
      let product = execution.multipliedFullWidth(by: 1_000_000)
      guard product.high == 0 else { continue }
      partsPerMillion += Int64(clamping: product.low / UInt64(period))
    }
    guard partsPerMillion > 1_000_000 else { return [] }
    let message =
      "the threads of '\(system.name(of: process))' need \(partsPerMillion / 10_000) % of a "
      + "processor"
    return [Diagnostic(message, at: process.location)]
  }

  /// The core needs to know what a step may cost where it runs as WebAssembly.
  private func fuel(of process: ComponentInstance, _ system: SystemInstance) -> [Diagnostic] {
    guard case .name(_, let zone)? = system.property("seam::zone", of: process.id)?.value else {
      return []
    }
    guard zone.key == "core" else { return [] }
    let fuel = system.property("seam::fuel_per_step", of: process.id)
    guard case .number(let literal, unit: nil)? = fuel?.value,
      let steps = literal.scaled(by: 1), steps > 0
    else {
      let message = "'\(system.name(of: process))' has no Seam::Fuel_Per_Step greater than 0"
      return [Diagnostic(message, at: process.location)]
    }
    return []
  }

  // MARK: memory

  /// What the parts need, against what the whole has.
  private func memory(of whole: ComponentInstance, _ system: SystemInstance) -> [Diagnostic] {
    let isProcess = whole.category == .process
    return ["Stack_Size", "Data_Size"].flatMap { name -> [Diagnostic] in
      let key = "memory_properties::" + name.lowercased()
      guard let available = size(key, whole, system) else {
        return [missing(name, whole, system)]
      }
      var sum: Int64 = 0
      for id in whole.children {
        let part = system.components[id]
        guard part.category == .thread || part.category == .data else { continue }
        guard isProcess || name == "Data_Size" else { continue }
        sum += size(key, part, system) ?? 0
      }
      guard sum > available else { return [] }
      let message =
        "the parts of '\(system.name(of: whole))' need \(sizeText(sum)) of \(name), and it has "
        + sizeText(available)
      return [Diagnostic(message, at: whole.location)]
    }
  }

  private func missing(
    _ property: String, _ component: ComponentInstance, _ system: SystemInstance
  ) -> Diagnostic {
    Diagnostic("'\(system.name(of: component))' has no \(property)", at: component.location)
  }

  private func time(
    _ key: String, _ component: ComponentInstance, _ system: SystemInstance
  ) -> Int64? {
    system.property(key, of: component.id).flatMap {
      system.model.properties.upperBound($0, in: .time)
    }
  }

  private func size(
    _ key: String, _ component: ComponentInstance, _ system: SystemInstance
  ) -> Int64? {
    system.property(key, of: component.id).flatMap {
      system.model.properties.upperBound($0, in: .size)
    }
  }
}

extension PropertyDictionary {
  /// The value, or the upper end of a range.
  func upperBound(_ expression: PropertyExpression, in units: PredeclaredUnits) -> Int64? {
    if case .range(_, let high, _) = expression.value { return integer(high, in: units) }
    return integer(expression, in: units)
  }
}
