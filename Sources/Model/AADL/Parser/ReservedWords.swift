/// The words of the language that cannot be names (AS5506C, annex on the lexicon).
enum ReservedWords {
  static let all: Set<String> = [
    "aadlboolean", "aadlinteger", "aadlreal", "aadlstring", "abstract", "access", "all", "and",
    "annex", "applies", "binding", "bus", "calls", "classifier", "compute", "connections",
    "constant", "data", "delta", "device", "end", "enumeration", "event", "extends", "false",
    "feature", "features", "flow", "flows", "group", "implementation", "in", "inherit", "initial",
    "inverse", "is", "list", "memory", "mode", "modes", "none", "not", "of", "or", "out",
    "package", "parameter", "path", "port", "private", "process", "processor", "properties",
    "property", "prototypes", "provides", "public", "range", "record", "reference", "refined",
    "renames", "requires", "self", "set", "sink", "source", "subcomponents", "subprogram",
    "system", "thread", "to", "true", "type", "units", "virtual", "with",
  ]
}
