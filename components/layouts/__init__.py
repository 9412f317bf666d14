"""How much of a chart fits its sheet, at which type size, and where it stands: sizes and places, nothing drawn."""
