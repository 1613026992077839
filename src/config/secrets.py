"""Secrets come from the environment; where they are absent, the first start writes them to a file only we can read."""

import os
import secrets
from pathlib import Path


def secret(name: str, folder: Path) -> str:
    """The value of `name`: from the environment, else from folder/name, else made now."""
    if value := os.environ.get(f"VAARDIG_{name}"):
        return value
    path = folder / name.lower()
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(48))
    return path.read_text("utf-8").strip()
