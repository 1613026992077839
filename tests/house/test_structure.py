"""Rules for the whole house: models, rooms, words, imports."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command

from vaardig.base import access, permissions, privacy

ROOT = Path(__file__).resolve().parents[2]
ROOMS = {app.label for app in apps.get_app_configs() if app.name.startswith("vaardig.")}
PYTHON = [p for p in (ROOT / "src").rglob("*.py") if "migrations" not in p.parts]


def test_every_field_has_a_data_class():
    """SECURITY V7: the register is whole, or the build fails."""
    assert privacy.undeclared() == []


def test_a_room_is_not_reachable_from_below():
    """person.passport would let a lower room lean on a higher one unseen."""
    open_doors = [
        f"{model.__name__}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.fields + model._meta.many_to_many
        if field.is_relation
        and {model._meta.app_label, field.related_model._meta.app_label} <= ROOMS
        and model._meta.app_label != field.related_model._meta.app_label
        and not field.remote_field.hidden
    ]

    assert open_doors == []


def test_every_door_stands_in_the_matrix():
    """SECURITY P3: a registered model names a row, and only scopes that the row knows."""
    for model, rule in access.RULES.items():
        known = {allowed.scope for cell in permissions.matrix()[rule.row].cells.values() for allowed in cell}
        assert set(rule.scopes) <= known | {"o", "n"}, model


def test_what_belongs_to_somebody_has_a_door():
    """SECURITY P2: a model of class P, V or B with a public id is reached through base.access."""
    closed = {
        model
        for model, declared in privacy.REGISTER.items()
        if set(declared.classes.values()) & set("PVB") and hasattr(model, "public_id") and declared.owner
    }
    without = {model.__name__ for model in closed - set(access.RULES)}

    assert without == {"Relation"}, "people.Relation is read by the doors themselves"


@pytest.mark.parametrize("room", sorted(ROOMS - {"base"}))
def test_views_fetch_nothing_past_the_doors(room):
    """SECURITY P2: `objects.get` and get_object_or_404 on what is somebody's belong in access.py."""
    folder = ROOT / "src" / "vaardig" / room
    views = [*folder.glob("views.py"), *folder.glob("views/*.py")]
    offending = [
        f"{path.name}:{number}"
        for path in views
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if "get_object_or_404(" in line and "access." not in line
    ]

    assert offending == []


def test_forms_name_their_fields():
    """SECURITY P4, P16: no ModelForm, no __all__, no exclude."""
    offending = [
        f"{path.name}: {word}"
        for path in PYTHON
        if "tests" not in path.parts
        for word in ("ModelForm", "__all__ =", "exclude =")
        if path.name in {"forms.py"} and word in path.read_text("utf-8")
    ]

    assert offending == []


def test_no_migration_is_missing(db):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_every_room_tells_what_it_is_for():
    for room in ROOMS:
        readme = ROOT / "src" / "vaardig" / room / "README.md"
        assert readme.is_file(), f"{room} has no README.md"
        assert 8 <= len(readme.read_text("utf-8").splitlines()) <= 60, room


def test_imports_flow_downward():
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports")], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout[-3000:]


def test_dutch_and_english_are_whole():
    done = subprocess.run(
        [sys.executable, "tools/words.py", "check"], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout[-3000:]


def test_no_file_is_too_long():
    """Look for the noun to cut along (EXAMPLES §11)."""
    long = {str(p.relative_to(ROOT)): n for p in PYTHON if (n := len(p.read_text("utf-8").splitlines())) > 450}

    assert long == {}


def test_nothing_of_others_is_kept_in_the_repository():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split()  # noqa: S607
    third_party = [f for f in listed if f.endswith((".woff2", ".min.js", ".min.css")) or "node_modules" in f]

    assert third_party == []


def test_lock_files_name_no_host():
    for path in [
        *(ROOT / "requirements").glob("*.txt"),
        ROOT / "frontend" / "package-lock.json",
        ROOT / "frontend" / ".npmrc",
    ]:
        assert "://" not in "".join(
            line for line in path.read_text("utf-8").splitlines() if '"url"' not in line and "funding" not in line
        ), path.name


@pytest.mark.parametrize("setting", ["DATABASE_URL"])
def test_every_setting_is_named_in_the_docs(setting):
    import re

    text = (ROOT / "docs" / "settings.md").read_text("utf-8")
    sources = [*(ROOT / "src" / "config").glob("*.py"), *(ROOT / "src" / "vaardig").rglob("*.py")]
    named = {n for p in sources for n in re.findall(r"\"(VAARDIG_[A-Z_]+)\"", p.read_text("utf-8"))} | {setting}

    assert {name for name in named if name not in text} == set()
