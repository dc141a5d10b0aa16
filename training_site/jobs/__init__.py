"""Work that happens later: named jobs, an outbox that loses none, and two engines behind one seam.

`job`, `periodic` and `enqueue` are all that other apps need.
"""

from training_site.jobs.registry import job, periodic

__all__ = ["enqueue", "job", "periodic"]


def enqueue(*args, **kwargs):
    """See training_site.jobs.outbox.enqueue (imported late: models need the app registry)."""
    from training_site.jobs.outbox import enqueue as insert

    return insert(*args, **kwargs)
