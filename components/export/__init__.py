"""The formats a chart leaves the dashboard in, one file each."""
