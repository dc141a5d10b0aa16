"""Screens of the intern and of the supervisor; thin: fetch, ask, call an action, answer."""
