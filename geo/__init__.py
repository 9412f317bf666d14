"""Where it is: regions as dated codes, and their shapes. Imports nothing of the other rooms."""
