"""Days on which people learn together: planned, announced, attended, signed."""
