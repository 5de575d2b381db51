/// Namespace of the Onboarding module, until its first type lands.
