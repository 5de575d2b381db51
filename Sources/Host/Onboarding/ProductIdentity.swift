/// Which product a device is. Vendor ids are assigned by the CSA; 0xFFF1...0xFFF4 are for tests.
package struct ProductIdentity: Equatable, Sendable {
  package let vendorID: UInt16
  package let productID: UInt16

  package init(vendorID: UInt16, productID: UInt16) {
    self.vendorID = vendorID
    self.productID = productID
  }
}
