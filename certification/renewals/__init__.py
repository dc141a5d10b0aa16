"""Renewals: continuing education, peer review, and another term for what was certified."""
