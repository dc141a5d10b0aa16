"""What tests of the registry share."""

import pytest
from django.core.cache import caches


@pytest.fixture
def kept_in_cache(settings):
    """Whatever the site puts into its cache, key by key, on either stack."""
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    return caches["default"]._cache
