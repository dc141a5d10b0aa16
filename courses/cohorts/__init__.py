"""Cohorts in time: when modules open, when study ends, and who is given more of it."""
