/// Namespace of the HostShell module, until its first type lands.
