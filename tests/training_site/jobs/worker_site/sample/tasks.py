"""Jobs that leave a file for the test to see; each call adds a line to it."""

from django.conf import settings

from training_site.jobs import job


@job("sample.note")
def note(number: int):
    with open(settings.VAR_DIR / f"note-{number}", "a") as file:
        file.write("done\n")


@job("sample.fail")
def fail():
    raise RuntimeError("always")
