"""Decisions about supervised practice: plain values in, verdicts out."""
