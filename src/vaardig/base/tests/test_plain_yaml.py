import pytest

from vaardig.base.content import CannotRead, read_yaml


def test_words_times_and_numbers_are_read_as_they_are_written(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_text('a: no\nb: on\nc: 12:30\nd: 010\ne: 1.5\nf: true\ng:\nh: "1"\ni: [nee, 3]\n', "utf-8")

    assert read_yaml(file) == {
        "a": "no", "b": "on", "c": "12:30", "d": 10, "e": 1.5, "f": True, "g": None, "h": "1", "i": ["nee", 3],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a: 1\na: 2\n", "a.yaml, line 2: 'a' stands twice"),
        ("a: [1\n", "a.yaml, line 2: did not find expected ',' or ']'"),
        ("a: !!python/name:os.system x\n", "a.yaml, line 1: could not determine a constructor"),
    ],
)
def test_a_fault_names_file_and_line(tmp_path, text, sentence):
    file = tmp_path / "a.yaml"
    file.write_text(text, "utf-8")

    with pytest.raises(CannotRead) as fault:
        read_yaml(file)

    assert str(fault.value).startswith(sentence)
