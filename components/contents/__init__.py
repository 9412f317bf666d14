"""What each chart kind draws, taken from a View or Records and put into words: no sizes, no places."""
