"""Speed and load, measured and printed, never asserted: ``make bench``."""
