import pytest

from skillcore.lexicon.versions import in_name, order, three_parts


@pytest.mark.parametrize(
    ("name", "version"),
    [
        ("esco-1.2.1-nl", "1.2.1"),
        ("ESCO dataset - v1.2.0 - classification - nl - csv.zip", "1.2.0"),
        ("esco-1.1-nl", "1.1"),
        ("competentnl-2025.12", "2025.12"),
        ("esco", ""),
        ("map 3", ""),
    ],
)
def test_a_name_tells_its_version(name, version):
    assert in_name(name) == version


def test_versions_stand_in_the_order_of_their_numbers():
    versions = ["1.10.0", "1.2.1", "1.0.8", "1.2.0", "2026.1", "1.9.0"]

    assert sorted(versions, key=order) == ["1.0.8", "1.2.0", "1.2.1", "1.9.0", "1.10.0", "2026.1"]


def test_two_ways_to_write_a_version_are_one():
    assert [three_parts(name) for name in ("1.1", "v1.1", "1.1.0", "2026.1.0")] == [
        "1.1.0",
        "1.1.0",
        "1.1.0",
        "2026.1.0",
    ]
