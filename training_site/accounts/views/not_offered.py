"""Addresses that allauth and Wagtail bring and this site does not offer."""

from django.http import Http404


def not_offered(request, **kwargs):
    raise Http404
