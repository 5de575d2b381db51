/// Namespace of the MatterCore module, until its first type lands.
