"""Addresses of item analysis, and the words of a page."""

import re

from django.urls import reverse

from assessments.models import Item


def page_of(assessment):
    return reverse("analysis", args=[assessment.public_id])


def item_page(assessment, ref="item-00", number=1):
    item = Item.objects.get(ref=ref, bank=assessment.bank)
    return reverse("analysis_item", args=[assessment.public_id, item.public_id, number])


def said(response):
    """The words of a page, without its tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))
