import pytest

from training_site.jobs.checks import engine_is_ready

REDIS = "redis://127.0.0.1:6379/0"


@pytest.mark.parametrize(
    ("engine", "redis_url", "error"),
    [
        ("django-q2", "", None),
        ("immediate", "", None),
        ("celery", REDIS, None),
        ("celery", "", "jobs.E002"),  # no queue
        ("rabbit", REDIS, "jobs.E001"),  # no such engine
        ("", "", "jobs.E001"),
    ],
)
def test_a_wrong_engine_is_explained_when_the_site_starts(settings, engine, redis_url, error):
    settings.TASK_ENGINE = engine
    settings.REDIS_URL = redis_url

    found = engine_is_ready()

    assert [one.id for one in found] == ([error] if error else [])
    assert all(one.hint for one in found)
