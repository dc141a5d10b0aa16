"""Recalls: what it means for others that somebody signed without being entitled to."""
