"""The chart kinds, one file each. A kind is a pure function of a View or Records and a Look."""
