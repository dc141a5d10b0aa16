"""Pieces of a report: the lesson of a row, and a bar beside a figure."""

from django import template
from django.utils.html import format_html

register = template.Library()


@register.inclusion_tag("courses/reports/lesson.html")
def report_lesson(lesson, choice):
    return {"lesson": lesson, "course": choice.course_of(lesson)}


@register.simple_tag
def report_bar(share) -> str:
    """A picture of a share; the figure stands beside it, so it is hidden from readers of text."""
    return format_html(
        '<svg class="report-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="report-bar__all" width="100" height="6"/>'
        '<rect class="report-bar__part" width="{}" height="6"/></svg>',
        share.percent,
    )
