"""The official files, where they are at hand (VAARDIG_DATA or ../shared/data)."""

from pathlib import Path

import pytest
from django.conf import settings

from vaardig.lexicon.imports.esco import read_esco
from vaardig.lexicon.services import keep_version
from vaardig.lexicon.tests.shelf import NOW, everything

DATA = Path(settings.OFFICIAL_DATA_DIR)
pytestmark = [
    pytest.mark.data,
    pytest.mark.skipif(
        not (DATA / "esco-1.2.0-en").is_dir(), reason=f"no official files in {DATA.name} (VAARDIG_DATA)"
    ),
]


@pytest.mark.parametrize(
    ("folder", "language", "version", "parts"),
    [
        ("esco-1.2.1-nl", "nl", "1.2.1", {"occupations": 3039, "skillGroups": 640, "ISCOGroups": 619, "skills": 2548}),
        ("esco-1.1-nl", "nl", "1.1.0", {"occupations": 3007}),
        (
            "esco-1.0.8-nl",
            "nl",
            "1.0.8",
            {"occupations": 2942, "skillGroups": 673, "broaderRelationsSkillPillar": 20856},
        ),
        ("esco-1.0.8-occupations-multi", "bg", "1.0.8", {"occupations": 2942, "ISCOGroups": 619}),
        (
            "esco-1.2.0-en",
            "en",
            "1.2.0",
            {"occupationSkillRelations": 129004, "skills": 13939, "skillSkillRelations": 5818},
        ),
    ],
)
def test_the_official_files_are_read_whole(folder, language, version, parts):
    from collections import Counter

    draft = read_esco(DATA / folder, (language,))
    found = Counter(one.part for one in draft.concepts.values())
    found.update(part for part, _ in draft.relations.values())

    assert draft.version == version
    assert {part: found[part] for part in parts} == parts


def test_dutch_121_comes_in_twice_without_a_change(db):
    draft = read_esco(DATA / "esco-1.2.1-nl", ("nl",))
    first = keep_version(draft=draft, now=NOW)
    before = everything()

    again = keep_version(draft=read_esco(DATA / "esco-1.2.1-nl", ("nl",)), now=NOW)

    assert (first.changes["concepts"].new, first.skipped["occupations_nl.csv.gz: stands twice, joined"]) == (6846, 4)
    assert again.is_empty
    assert everything() == before
