"""How it looks: one theme, one file per chart kind, one file per export format. Pure: a View or Records in, a chart out."""
