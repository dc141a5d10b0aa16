"""Marking by hand: the rubric, who may mark, and what two markings come to."""
