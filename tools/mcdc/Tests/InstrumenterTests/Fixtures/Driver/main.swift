#if PROBE
  import MCDCProbe

  if CommandLine.arguments.count > 1 { MCDC.choose(mutant: UInt32(CommandLine.arguments[1])!) }
#endif

// Calls everything, printing each result; then what the probe has noted, if there is one.

nonisolated(unsafe) var calls = 0

func show<Value>(_ value: Value) {
  print(calls, value)
}

func next() {
  calls += 1
  #if PROBE
    MCDC.nextEvent(input: 0, number: calls)
  #endif
}

let bools = [false, true]
for a in bools {
  for b in bools {
    next(); show(neither(a, b)); show(insideOthers(a, b, [1, 2, 3, 6])); show(withDefault(a, b))
    next(); show(conditional(a, b)); show(inTuple(a, b)); show(await asynchronous(a, b))
    for c in bools {
      next(); show(nested(a, b, c))
      for d in bools { next(); show(mixed(a, b, c, d)) }
    }
  }
  next(); show(withDefault(a)); show(Ready()[a]); show(capturing(a))
}
for (a, b, c) in [(true, true, false), (true, false, true), (false, true, false)] {
  next(); show(andOr(a, b, c))
}
for year in [1900, 2000, 2023, 2024] { next(); show(isLeap(year)) }
for x in [-1, 0, 1] { next(); show(chain(x)) }
let ready = Item(isReady: true, next: 1)
for (first, second, force) in [
  (nil, nil, false), (nil, nil, true), (ready, nil, false),
  (Item(isReady: false, next: 1), nil, false), (Item(isReady: false, next: nil), nil, true),
  (ready, ready, true), (Item(isReady: true, next: 3), nil, true),
  (Item(isReady: true, next: 4), nil, false),
] as [(Item?, Item?, Bool)] { next(); show(guarded(first, second, force)) }
for (a, b) in [(1, 2), (nil, 2), (1, nil), (9, 1)] as [(Int?, Int?)] {
  next(); show(bound(a, b)); show(coalescing(a, b)); show(coalescing(nil, b))
}
for shape in [Shape.circle(radius: 2), .circle(radius: 0), .square(2), .square(9), .nothing] {
  next(); show(area(shape))
}
next(); show(countdown(10)); show(countdown(1)); show(queue([1, -1, 2, 3])); show(queue([1]))
next(); show(recursive(3)); show(recursive(-1)); show(inserting([1, 1, 0, 0, 2]))
next(); show(Ready().both); show(position); show(generic(1, 2, 3)); show(generic(2, 1, 3))
next(); show(generic("a", "c", "b")); show(casts(1)); show(casts(2)); show(casts("text"))
next(); show(casts(1.5)); show(casts([1]))
for weather in [Weather.sun, .rain, .snow, .wind(5), .wind(20), .wind(60), .wind(95)] {
  next(); show(statement(weather)); show(value(weather)); show(closures(weather))
  next()
  do throws(Weather) { show(try initialised(weather)) } catch { show(error) }
}
let node = Node()
next(); show(chains(nil)); show(chains(node))
node.next = Node()
next(); show(chains(node))
node.next?.numbers = nil
next(); show(chains(node))
for (a, b) in [(4, 4), (2, 2), (3, 2), (2, 7), (4, 2)] { next(); show(sums(a, b)) }
for a in [1, 2, 4, 8, 12, 18] {
  next()
  do { show(try rethrown(a)) } catch { show(error) }
}
for text in ["4", "5", "x"] { next(); show(even(text)) }
next(); show(ignoring([1, 2, 3, 4]))
for (number, isReady) in [(1, true), (1, false), (4, false)] {
  next(); show(ownership(number, isReady))
}
for number in [nil, 1, 5, 9] as [Int?] { next(); show(optionalToken(number)) }
for bytes in [[], [2], [2, 1, 0, 9, 9], [1, 0, 7], [1, 4, 7], [0]] as [[UInt8]] {
  next(); show(read(bytes))
}
next(); show(inline([1, 2, 3, 4]))

#if PROBE
  for noted in MCDC.noted() {
    let events = noted.events.map { "\($0.number)" }.joined(separator: " ")
    switch noted.place {
    case .decision(let id, let evaluated, let values, let outcome):
      print("decision", id, evaluated, values, outcome ? 1 : 0, noted.hits, events)
    case .branch(let id, let outcome): print("branch", id, outcome, noted.hits, events)
    }
  }
#endif
