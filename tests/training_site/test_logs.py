"""What reaches the log names nobody and opens nothing."""

import logging
import sys

import pytest

from training_site.settings.logs import NamelessFormatter


def written(message, *args, exc_info=None):
    record = logging.LogRecord("triad", logging.WARNING, "x", 1, message, args, exc_info)
    return NamelessFormatter("{message}", style="{").format(record)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (
            "Not Found: /accounts/invitation/s3cr3t-T0ken_x/",
            "Not Found: /accounts/invitation/[secret]/",
        ),
        (
            "Gone: /accounts/password/reset/key/1-abc-def/",
            "Gone: /accounts/password/reset/key/[secret]/",
        ),
        (
            "Not Found: /credentials/x.json?token=abc",
            "Not Found: /credentials/x.json?token=[secret]",
        ),
        ("Not Found: /verify/ABCDEFGHJKMNP8.json", "Not Found: /verify/[secret]"),
        ("Too Many Requests: /verify/ABCDEFGHJKMNP8/", "Too Many Requests: /verify/[secret]/"),
        ("Key (email)=(ana.reyes@example.org) exists", "Key (email)=([address]) exists"),
        ("Not Found: /learn/", "Not Found: /learn/"),
    ],
)
def test_addresses_and_secret_links_are_struck_out(said, kept):
    assert written("%s", said) == kept


def test_they_are_struck_out_of_errors_too():
    try:
        raise ValueError("ana@example.org is taken")
    except ValueError:
        line = written("Failed", exc_info=sys.exc_info())

    assert "ValueError: [address] is taken" in line
