"""What a holder does about the registry."""

from certification.registry.actions.listing import choose_listing, hide

__all__ = ["choose_listing", "hide"]
