"""The matrix file: how a cell is read, and that it says what SECURITY §5 says (P3)."""

import pytest

from vaardig.base import permissions
from vaardig.base.actor import Hat
from vaardig.base.permissions import Allowed, cell, matrix, read_cell, scopes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", set()),
        ("R", {("R", "*")}),
        ("R o", {("R", "o")}),
        ("CRU o, R x", {("C", "o"), ("R", "o"), ("U", "o"), ("R", "x")}),
        ("R r x", {("R", "r"), ("R", "x")}),
        ("CRU n; E f (no content)", {("C", "n"), ("R", "n"), ("U", "n"), ("E", "f")}),
        ("R o (visible ≤10 working days, reply), E o", {("R", "o"), ("E", "o")}),
        ("CRUD o (U is end earlier)", {("C", "o"), ("R", "o"), ("U", "o"), ("D", "o")}),
    ],
)
def test_a_cell_becomes_verbs_with_scopes(text, found):
    assert read_cell(text) == {Allowed(*pair) for pair in found}


@pytest.mark.parametrize("text", ["R q", "Z o", "R oo", "o R", "R o R x", "r o", "R o,(", "R  o"])
def test_a_cell_with_a_slip_is_refused_and_quoted(text):
    with pytest.raises(ValueError, match=r"permissions\.yaml: '"):
        read_cell(text)


def test_what_is_not_in_the_file_is_closed():
    assert cell("castle", "DN") == frozenset()
    assert cell("share", "OG") == frozenset()
    assert scopes("share", "DN", "K") == []


def test_scopes_come_in_order():
    assert scopes("plan", "CO", "R") == ["r", "x"]


def test_every_row_has_a_class_and_every_column_is_a_role():
    for row in matrix().values():
        assert row.data_class in "OPVB", row.key
        assert set(row.cells) <= set(Hat), row.key
        for allowed in (a for found in row.cells.values() for a in found):
            assert allowed.verb in permissions.VERBS
            assert allowed.scope in permissions.SCOPES


@pytest.mark.parametrize(
    "row", ["passport_entry", "evidence", "share", "guidance_note", "preparation", "story", "consent"]
)
def test_a_stranger_and_those_around_a_training_have_no_cell(row):
    for hat in ("AN", "OG", "VW"):
        assert cell(row, hat) == frozenset()


@pytest.mark.parametrize("hat", ["LG", "HR", "SB"])
def test_who_employs_or_runs_the_system_reads_nothing_of_class_b(hat):
    """But for a functional summary that she shares herself, and approving without reading."""
    found = {
        (row.key, allowed.verb, allowed.scope)
        for row in matrix().values()
        if row.data_class == "B"
        for allowed in row.cells.get(hat, ())
    }

    assert found <= {("support_needs", "R", "x"), ("break_glass", "K", "f")}


def test_only_she_shares_what_is_hers():
    for key in ("passport_entry", "evidence", "plan", "suggestion", "support_needs"):
        assert {hat for hat, found in matrix()[key].cells.items() if any(a.verb == "S" for a in found)} == {"DN"}, key
