"""Databases and caches: SQLite files on one machine, PostgreSQL and Redis when the environment names them."""

from pathlib import Path

import environ

SQLITE_OPTIONS = {
    # Each atomic block takes the write lock at once: read-then-write transactions that begin
    # deferred failed in half of all requests under load.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    # FULL, so that a power cut loses nothing that was acknowledged.
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
}


def database_config(url: str, var_dir: Path) -> dict:
    if url:
        config = environ.Env.db_url_config(url)
    else:
        config = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(var_dir / "db.sqlite3")}
    if config["ENGINE"].endswith("sqlite3"):
        config["OPTIONS"] = dict(SQLITE_OPTIONS)
    else:
        # Web processes keep their connection; the job engine's forks must not (it sets 0).
        age = environ.Env().int("CONN_MAX_AGE", default=60)
        config |= {"CONN_MAX_AGE": age, "CONN_HEALTH_CHECKS": True}
    return config


def cache_config(redis_url: str, var_dir: Path) -> dict:
    """Throttles count across web processes, so the cache is always shared, never process memory."""
    if redis_url:
        return {
            "BACKEND": "django_redis.cache.RedisCache",
            "LOCATION": redis_url,
            "OPTIONS": {"CLIENT_CLASS": "django_redis.client.DefaultClient"},
        }
    return {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": str(var_dir / "cache"),
        # Beyond this many files a random third is thrown away, counted tries among them.
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
