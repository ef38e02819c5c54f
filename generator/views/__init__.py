"""The questions visitors ask, answered as data: nothing here makes HTML or reads the clock."""
