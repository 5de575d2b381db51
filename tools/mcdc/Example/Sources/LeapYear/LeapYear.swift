/// Whether a year of the Gregorian calendar has 366 days.
public func isLeap(_ year: Int) -> Bool {
  year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}
