"""Asking a tutor: one private thread for each learner and course."""
