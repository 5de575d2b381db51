/// Namespace of the MatterCrypto module, until its first type lands.
