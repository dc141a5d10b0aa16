"""Regrading: a published question turned out to be wrong, and what follows for those who met it."""
