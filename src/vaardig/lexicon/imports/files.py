"""Reading files that others made: folders, zips, gzip, lines and CSV rows. Every fault is a sentence with its place.

Files that a steward puts on the server may be of any size, but a line, a cell and a literal may not (SECURITY §11).
"""

import csv
import gzip
import hashlib
import zipfile
import zlib
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from operator import itemgetter
from pathlib import Path
from typing import IO, Any

from vaardig.lexicon.imports import CannotImport

LINE, CELL, LITERAL, ADDRESS = 1_000_000, 200_000, 20_000, 2_000
AGAIN = "Take the file anew from where it came."


class Files:
    """The files at a path: those of a folder, of a zip, or the one file itself."""

    def __init__(self, path: Path) -> None:
        if not path.exists():
            raise CannotImport(f"There is no folder or file {path}. Check the name.")
        self.path = path
        self._zip = self._open_zip(path) if path.suffix.lower() == ".zip" else None
        self._places = self._find()
        if not self._places:
            raise CannotImport(f"{path} is empty. Name the folder that holds the official files.")

    @staticmethod
    def _open_zip(path: Path) -> zipfile.ZipFile:
        try:
            return zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError) as error:
            raise CannotImport(f"{path.name} is not a whole zip file ({error}). {AGAIN}") from error

    def _find(self) -> dict[str, Any]:
        if self._zip:
            return {Path(one.filename).name: one for one in self._zip.infolist() if not one.is_dir()}
        if self.path.is_dir():
            return {one.name: one for one in sorted(self.path.iterdir()) if one.is_file()}
        return {self.path.name: self.path}

    def names(self) -> list[str]:
        return sorted(self._places)

    @contextmanager
    def open(self, name: str) -> Iterator[IO[bytes]]:
        """The bytes of a file, unpacked where its name ends in .gz."""
        place = self._places[name]
        try:
            with self._zip.open(place) if self._zip else place.open("rb") as raw:
                if name.endswith(".gz"):
                    with gzip.open(raw) as unpacked:
                        yield unpacked  # type: ignore[misc]  # reads like a file
                else:
                    yield raw
        except EOFError as error:
            raise CannotImport(f"{name} is cut off: the packed file ends too early. {AGAIN}") from error
        except (gzip.BadGzipFile, zlib.error, zipfile.BadZipFile) as error:
            raise CannotImport(f"{name} is damaged and cannot be unpacked ({error}). {AGAIN}") from error
        except OSError as error:
            raise CannotImport(f"{name} cannot be read: {error.strerror or error}.") from error

    def digest(self, name: str) -> str:
        with self.open(name) as handle:
            return hashlib.file_digest(handle, "sha256").hexdigest()  # type: ignore[arg-type]


def lines(handle: IO[bytes], name: str) -> Iterator[str]:
    """The lines of a UTF-8 file, a BOM left out. csv joins the lines of one cell again."""
    number = 0
    while raw := handle.readline(LINE + 1):
        number += 1
        if len(raw) > LINE:
            raise CannotImport(
                f"{name}, line {number}: longer than {LINE:,} bytes, so this is no official file. {AGAIN}"
            )
        try:
            text = raw.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            raise CannotImport(
                f"{name}, line {number}, byte {error.start + 1}: this is not UTF-8. Save the file as UTF-8."
            ) from error
        if "\0" in text:
            raise CannotImport(f"{name}, line {number}: holds a NUL sign, so this is no text file. {AGAIN}")
        yield text


def rows(
    handle: IO[bytes], name: str, columns: Sequence[str], *, optional: Collection[str] = (), ragged: bool = False
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """(line, values of `columns`) per row, found by name in the header; an optional column that is absent gives "".

    `ragged`: rows may leave out their last cells.
    """
    csv.field_size_limit(CELL)  # one limit for the whole process: set where it is needed, whoever set it before
    reader = csv.reader(lines(handle, name), strict=True)
    with _csv_faults(reader, name):
        header = next(reader, None)
        if header is None:
            raise CannotImport(f"{name} is empty. {AGAIN}")
        pick = _picker(header, name, columns, optional)
        for row in reader:
            if len(row) != len(header):
                if not row:
                    continue
                if not ragged or len(row) > len(header):
                    raise CannotImport(
                        f"{name}, line {reader.line_num}: has {len(row)} columns where the header has {len(header)}. "
                        f"Is the file cut off? {AGAIN}"
                    )
                row += [""] * (len(header) - len(row))
            row.append("")  # what an absent column gives
            yield reader.line_num, pick(row)


def _picker(header: list[str], name: str, columns: Sequence[str], optional: Collection[str]) -> Any:
    places = {title.strip(): number for number, title in enumerate(header)}
    missing = [title for title in columns if title not in places and title not in optional]
    if missing:
        hint = " Is it separated by commas?" if len(header) == 1 else ""
        raise CannotImport(f"{name}, line 1: the header misses {', '.join(missing)}.{hint} {AGAIN}")
    if len(columns) == 1:
        only = places.get(columns[0], -1)
        return lambda row: (row[only],)
    return itemgetter(*(places.get(title, -1) for title in columns))


@contextmanager
def _csv_faults(reader: Any, name: str) -> Iterator[None]:
    try:
        yield
    except csv.Error as error:
        place = f"{name}, line {reader.line_num}"
        if "unexpected end of data" in str(error):
            raise CannotImport(f"{place}: the file ends in the middle of a cell; it is cut off. {AGAIN}") from error
        if "field larger" in str(error):
            raise CannotImport(f"{place}: a cell is longer than {CELL:,} signs. {AGAIN}") from error
        raise CannotImport(f"{place}: {error}. {AGAIN}") from error


def address(value: str, name: str, line: int, column: str) -> str:
    """An absolute address without spaces, or a sentence."""
    value = value.strip()
    if not value.startswith(("http://", "https://")) or len(value) > ADDRESS or len(value.split()) != 1:
        raise CannotImport(f"{name}, line {line}, column {column}: '{value[:80]}' is no address. {AGAIN}")
    return value
