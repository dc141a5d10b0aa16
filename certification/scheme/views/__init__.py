"""Screens that explain hours: they ask the engine's stored answer."""
