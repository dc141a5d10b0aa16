"""Counting tries across all web processes, in the shared cache."""

import time

from django.core.cache import cache


def within_limit(scope: str, key: str, *, limit: int, seconds: int, fail_open: bool) -> bool:
    """Count one try; False once `limit` is passed in this window of `seconds`.

    `fail_open` says what a broken cache means: True lets the request pass (verification must
    work with Redis down), False refuses it (sign-in must not become unlimited).
    """
    window = int(time.time() // seconds)
    name = f"throttle:{scope}:{key}:{window}"
    try:
        cache.add(name, 0, timeout=seconds * 2)
        return cache.incr(name) <= limit
    except Exception:
        return fail_open
