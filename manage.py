#!/usr/bin/env python
"""Triad's command line. Development settings unless the environment says otherwise.

What makes or serves a real installation has production settings.
"""

import os
import sys

REAL = {"setup", "serve", "check_mail"}


def main():
    kind = "production" if REAL.intersection(sys.argv[1:2]) else "development"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"training_site.settings.{kind}")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
