/// Namespace of the MatterWire module, until its first type lands.
