"""One statistic a file: pure functions on arrays, each with its formula and source."""
