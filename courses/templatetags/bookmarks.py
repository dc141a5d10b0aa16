"""The contents of a lesson with the reader's bookmarks, asked for where they are drawn."""

from django import template

from courses.bookmarks.shelf import contents_of

register = template.Library()


@register.simple_tag(takes_context=True)
def contents_with_bookmarks(context, version):
    return contents_of(version, context["request"].user)
