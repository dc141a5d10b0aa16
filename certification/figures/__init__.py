"""Figures: how long things take, what is decided, how far reviewers agree, what is coming."""
