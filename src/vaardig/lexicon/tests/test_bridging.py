import pytest

from skillcore.recognise import Name
from vaardig.lexicon import bridging

ONE = "00000000-0000-4000-8000-000000000001"
GOOD = f"skill\tname\ttold\n{ONE}\tglas snijden\tik snij glas op maat\n"


@pytest.fixture
def bridge(settings, tmp_path):
    settings.CONTENT_DIR = tmp_path
    folder = tmp_path / "lexicon" / "bridge"
    folder.mkdir(parents=True)
    bridging.dutch_names.cache_clear()
    yield lambda text: (folder / "esco-01.tsv").write_text(text, "utf-8")
    bridging.dutch_names.cache_clear()


def test_a_concept_without_dutch_is_found_by_our_words(bridge):
    bridge(GOOD)
    english = [Name("cut glass", "en", "LABEL")]

    found = bridging.names_for(bridging.SKILL + ONE, english)

    assert [name.text for name in found] == ["cut glass", "glas snijden", "ik snij glas op maat"]


def test_the_official_dutch_name_silences_ours(bridge):
    bridge(GOOD)
    dutch = [Name("glas versnijden", "nl", "LABEL")]

    assert bridging.names_for(bridging.SKILL + ONE, dutch) == dutch


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (GOOD, []),
        ("id\tname\ttold\n", ["lexicon/bridge/esco-01.tsv, line 1: the first line must be skill name told"]),
        (GOOD + f"{ONE}\tsnijden\t\n", [f"lexicon/bridge/esco-01.tsv, line 3: {ONE} stands in"]),
        (GOOD + "x\tsnijden\t\n", ["lexicon/bridge/esco-01.tsv, line 3: expected an ESCO id"]),
        (GOOD + f"{ONE}\tsnijden\n", ["lexicon/bridge/esco-01.tsv, line 3: expected an ESCO id"]),
    ],
)
def test_a_fault_names_its_line(bridge, text, fault):
    bridge(text)

    found = list(bridging.bridge_faults())

    assert len(found) == len(fault)
    assert all(one.startswith(start) for one, start in zip(found, fault, strict=True))
