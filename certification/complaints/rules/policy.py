"""Figures of the association's policy on complaints. Illustrative: an association sets its own.

A change is another release, and holds for what begins after it: rows keep the days they were given.
"""

DAYS_TO_ANSWER = 90
DAYS_TO_APPEAL = 30
DAYS_TO_REVIEW_A_MEASURE = 30
COMMITTEE = 3
MOST_SANCTIONS = 3
