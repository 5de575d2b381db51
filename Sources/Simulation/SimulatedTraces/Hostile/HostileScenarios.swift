/// Scenarios with one core and hostile peers.
struct HostileScenarios {
  let recording: Recording
}
