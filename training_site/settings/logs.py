"""Logs that name nobody: addresses of people and secret links are struck out of every line."""

import logging
import re

# An e-mail address anywhere: errors of a database quote the value they refuse.
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
# What follows in these paths opens an account or a certificate, or asks about somebody's.
SECRET = re.compile(
    r"(/accounts/invitation/|/password/reset/key/|/verify/|[?&](?:token|share|q)=)[^\s/&\"]+"
)


class NamelessFormatter(logging.Formatter):
    def format(self, record):
        line = ADDRESS.sub("[address]", super().format(record))
        return SECRET.sub(r"\1[secret]", line)


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {
            "()": NamelessFormatter,
            "format": "{asctime} {levelname} {name} {message}",
            "style": "{",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # Django's own handlers would write the same lines a second time, as they are.
    "loggers": {
        "triad": {"level": "INFO"},
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
    },
}
