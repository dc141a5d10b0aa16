"""The corpus of files that others wrote lies outside the project, where IMPORT_CORPUS says."""

from tests import services


def pytest_collection_modifyitems(config, items):
    """Leave out what needs the corpus where there is none; `make test` says so in its last lines."""
    left_out = [item for item in items if item.get_closest_marker("corpus")]
    if left_out and not services.import_corpus():
        items[:] = [item for item in items if item not in left_out]
        config.hook.pytest_deselected(items=left_out)
