"""What is known: indicators, strategies, events, targets and facilities, each with its document and place."""
