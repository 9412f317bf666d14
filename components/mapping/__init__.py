"""What the map kinds share: how regions are painted, the legend in words, the projection, where labels go."""
