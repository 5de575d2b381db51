import CoreSeam
import MatterBytes
import Testing

@Suite struct PairingTests {
  @Test func bothSidesEstablishTheSameSession() throws {
    let simulation = Simulation()
    try simulation.openWindow()
    simulation.pair()
    simulation.run(seconds: 10)
    let commissioner = try #require(simulation.commissioner.notices.established)
    let device = try #require(simulation.device.notices.established)
    #expect(commissioner.session == device.peerSession)
    #expect(commissioner.peerSession == device.session)
    #expect(commissioner.role == .initiator)
    #expect(device.role == .responder)
    #expect(simulation.wire.count == 7)
  }
}

extension [Notice] {
  var established: EstablishedSession? {
    for case .sessionEstablished(let session) in self { return session }
    return nil
  }
}
