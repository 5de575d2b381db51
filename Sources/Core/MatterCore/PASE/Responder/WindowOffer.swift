import MatterCrypto

/// What an open commissioning window offers to a commissioner that knows the passcode.
struct WindowOffer {
  let parameters: PBKDFParameters
  var verifier: PasscodeVerifier
}
