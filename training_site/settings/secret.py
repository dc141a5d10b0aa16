"""Django's secret key: made once, kept in a folder beside the data, never in the tree."""

import os
import secrets
from pathlib import Path


def secret_key(folder: Path) -> str:
    """The key from SECRET_KEY, or from `folder`, where the first start writes it (mode 0600)."""
    if os.environ.get("SECRET_KEY"):
        return os.environ["SECRET_KEY"]
    path = folder / "secret-key"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(64))
    return path.read_text().strip()
