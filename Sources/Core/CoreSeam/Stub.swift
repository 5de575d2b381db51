/// Namespace of the CoreSeam module, until its first type lands.
