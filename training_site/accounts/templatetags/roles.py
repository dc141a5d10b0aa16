"""Roles in words."""

from django import template

from training_site.accounts.roles import Role

register = template.Library()


@register.filter
def role_label(name: str) -> str:
    """A group is named by the value of its role; people read its label."""
    return Role(name).label if name in Role else name
