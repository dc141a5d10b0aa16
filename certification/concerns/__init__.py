"""Concerns: what anybody may report, by name or without one, past the people it is about."""
