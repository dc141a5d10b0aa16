"""A zip file from strangers: bounded in files and bytes, nothing outside itself, no links."""

import io
import posixpath
import stat
import zipfile

from assessments.interchange.reading import FileRefused

MOST_FILES = 2000
MOST_BYTES = 64 * 1024 * 1024
LARGEST_FILE = 16 * 1024 * 1024


def is_zip(data: bytes) -> bool:
    return data.startswith(b"PK")


def unpack(data: bytes) -> dict[str, bytes]:
    """Names to bytes. Raises FileRefused before it has unpacked more than is allowed."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            if len(infos) > MOST_FILES:
                raise FileRefused("package_too_large", limit=MOST_FILES, unit="files")
            return _unpacked(archive, infos)
    except FileRefused:
        raise
    except Exception:  # the library promises no particular error for broken bytes
        raise FileRefused("package_broken") from None


def _unpacked(archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    left = MOST_BYTES
    for info in infos:
        _look_at(info)
        if info.filename in files:
            raise FileRefused("package_path", path=info.filename[:80])
        files[info.filename] = _read(archive, info, min(left, LARGEST_FILE))
        left -= len(files[info.filename])
    return files


def _look_at(info: zipfile.ZipInfo) -> None:
    if stat.S_ISLNK(info.external_attr >> 16):
        raise FileRefused("package_link", path=info.filename[:80])
    inside(info.filename)


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int) -> bytes:
    """What the archive says of its sizes is not believed: one byte more than allowed is read."""
    with archive.open(info) as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise FileRefused("package_too_large", limit=MOST_BYTES // 1024**2, unit="MB")
    return data


def inside(path: str, folder: str = "") -> str:
    """The name that a path stands for, seen from a folder. Raises FileRefused where it leads out."""
    joined = posixpath.normpath(posixpath.join(folder, path))
    climbs = ".." in (joined if folder else path).split("/")
    if climbs or joined.startswith("/") or any(sign in path for sign in "\\:\0"):
        raise FileRefused("package_path", path=path[:80])
    return joined
