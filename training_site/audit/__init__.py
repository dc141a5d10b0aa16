"""The record of who did what: written beside the fact, sealed into a chain, checkable by outsiders.

`record()` and `register()` are all that other apps need.
"""

from training_site.audit.verbs import register

__all__ = ["record", "register"]


def record(*args, **kwargs):
    """See training_site.audit.recording.record (imported late: models need the app registry)."""
    from training_site.audit.recording import record as write

    return write(*args, **kwargs)
