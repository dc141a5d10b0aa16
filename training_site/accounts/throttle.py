"""Counting tries across all web processes, in the shared cache."""

import time

from allauth.account.adapter import get_adapter
from allauth.core.internal.ratelimit import truncate_ip
from django.core.cache import cache
from django.core.exceptions import PermissionDenied


def client_address(request) -> str:
    """Who asks: the address behind our own proxy, and for IPv6 the whole network of one customer.

    With `BEHIND_PROXY` it is the last hop of `X-Forwarded-For`, the one our proxy wrote; what stands
    before it is the visitor's own claim. All without an address share one count.
    """
    try:
        return truncate_ip(get_adapter().get_client_ip(request))
    except PermissionDenied:
        return "unknown"


def within_limit(scope: str, key: str, *, limit: int, seconds: int, fail_open: bool) -> bool:
    """Count one try; False once `limit` is passed in this window of `seconds`.

    `fail_open` says what a broken cache means: True lets the request pass (verification must
    work with Redis down), False refuses it (sign-in must not become unlimited).
    """
    window = int(time.time() // seconds)
    name = f"throttle:{scope}:{key}:{window}"
    try:
        cache.add(name, 0, timeout=seconds * 2)
        tries = cache.incr(name)
        cache.touch(name, timeout=seconds * 2)  # counting in files falls back to five minutes
        return tries <= limit
    except Exception:
        return fail_open
