// Generated from aadl/; change the model, then run `matter-sim model swift`.
/// Room for the lists of any port's largest value, and for a whole frame.
public typealias PortLists = ListArena<1244>
