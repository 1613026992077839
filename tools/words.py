"""The English words: each room keeps locale/en/<room>.po; they are compiled into one catalogue.

python tools/words.py compile    make locale/en/LC_MESSAGES/django.mo
python tools/words.py check      name every Dutch sentence that has no English, and every English that nobody uses
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
PARTS = ROOT / "locale" / "en"
CALLS = {
    "_",
    "gettext",
    "gettext_lazy",
    "ngettext",
    "ngettext_lazy",
    "pgettext",
    "pgettext_lazy",
    "gettext_noop",
}
TRANSLATE = re.compile(r"""\{%\s*(?:translate|trans)\s+(?P<q>["'])(?P<text>.+?)(?P=q)""")
FUNCTION = re.compile(r"""_\((?P<q>["'])(?P<text>.+?)(?P=q)\)""")
BLOCK = re.compile(
    r"\{%\s*blocktrans(?:late)?(?P<args>[^%]*)%\}(?P<body>.*?)\{%\s*endblocktrans(?:late)?\s*%\}", re.DOTALL
)
VARIABLE = re.compile(r"\{\{\s*([\w.]+)[^}]*\}\}")


def catalogue() -> tuple[Catalog, list[str]]:
    """All parts together, and what is wrong with them."""
    whole, faults = Catalog(locale="en", domain="django", charset="utf-8"), []
    for part in sorted(PARTS.glob("*.po")):
        with part.open("rb") as handle:
            for message in read_po(handle, locale="en"):
                if not message.id:
                    continue
                known = whole.get(message.id, message.context)
                if known and known.string != message.string:
                    faults.append(f"{part.name}: '{message.id}' has another English in an earlier part")
                whole.add(message.id, message.string, context=message.context)
                if not all(message.string if isinstance(message.string, tuple) else (message.string,)):
                    faults.append(f"{part.name}: '{message.id}' has no English")
    return whole, faults


def compile_words() -> None:
    whole, _ = catalogue()
    target = PARTS / "LC_MESSAGES" / "django.mo"
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as handle:
        write_mo(handle, whole)


def in_python(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in CALLS:
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            args = node.args[1:2] if name.startswith("pgettext") else node.args[:1]
            yield from (a.value for a in args if isinstance(a, ast.Constant) and isinstance(a.value, str))


def in_template(path: Path) -> Iterator[str]:
    text = path.read_text("utf-8")
    for pattern in (TRANSLATE, FUNCTION):
        yield from (found["text"] for found in pattern.finditer(text))
    for found in BLOCK.finditer(text):
        body = re.split(r"\{%\s*plural\s*%\}", found["body"])[0]
        body = VARIABLE.sub(lambda m: f"%({m[1]})s", body.replace("%", "%%"))
        if "trimmed" in found["args"]:
            body = " ".join(line.strip() for line in body.strip().splitlines())
        yield body


def used() -> set[str]:
    found: set[str] = set()
    for path in sorted((ROOT / "src").rglob("*.py")):
        if "tests" not in path.parts and "migrations" not in path.parts:
            found.update(in_python(path))
    for path in sorted((ROOT / "src").rglob("*")):
        if path.suffix in {".html", ".txt"} and "templates" in path.parts:
            found.update(in_template(path))
    return {text for text in found if text.strip()}


def check() -> int:
    whole, faults = catalogue()
    known = {m.id[0] if isinstance(m.id, tuple) else m.id for m in whole if m.id}
    said = used()
    faults += [f"no English for: {text}" for text in sorted(said - known)]
    faults += [f"nobody says any more: {text}" for text in sorted(known - said)]
    print("\n".join(faults) or f"words: {len(said)} sentences, all in Dutch and English")
    return 1 if faults else 0


if __name__ == "__main__":
    if sys.argv[1:] == ["compile"]:
        compile_words()
    else:
        sys.exit(check())
