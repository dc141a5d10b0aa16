"""The corpus of files that others wrote lies outside the project, where IMPORT_CORPUS says."""

import os

HINT = "Set IMPORT_CORPUS to the folder with INDEX.tsv and the files."


def pytest_configure(config):
    config.addinivalue_line("markers", "corpus: needs the files that IMPORT_CORPUS names")


def pytest_collection_modifyitems(config, items):
    """Leave out what needs the corpus where there is none; the summary says so."""
    left_out = [item for item in items if item.get_closest_marker("corpus")]
    if left_out and not os.environ.get("IMPORT_CORPUS"):
        items[:] = [item for item in items if item not in left_out]
        config.hook.pytest_deselected(items=left_out)


def pytest_terminal_summary(terminalreporter):
    if not os.environ.get("IMPORT_CORPUS"):
        terminalreporter.write_line(f"Left out, no corpus: tests marked corpus. {HINT}")
