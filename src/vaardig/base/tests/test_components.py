"""Every component renders every example, and holds to the rules of the house."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.template import Context, engines
from django.template.loader import get_template
from django.test import RequestFactory
from django_cotton.compiler_regex import CottonCompiler

from vaardig.base import components
from vaardig.base.gallery_form import ExampleForm
from vaardig.base.templatetags import pictures

ROOT = Path(__file__).resolve().parents[4]
TEMPLATES = components.COTTON.parent
ICONS = set((ROOT / "frontend" / "icons.txt").read_text("utf-8").split())
EXAMPLES = [
    pytest.param(component, example, id=f"{component.name}: {example['example']}")
    for component in components.components()
    for example in component.examples
]
PARTS_OF_ANOTHER = {"list_item"}


def rendered(component, example):
    request = RequestFactory().get("/")
    return components.render(component, example, form=ExampleForm.filled_in_wrong(), request=request)


@pytest.mark.parametrize(("component", "example"), EXAMPLES)
def test_example_renders(component, example):
    html = rendered(component, example)

    page = BeautifulSoup(html, "html.parser")
    assert page.find(), "nothing came out"
    assert "<c-" not in html
    assert not page.select("[style], style, script")
    ids = [tag["id"] for tag in page.find_all(id=True)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(("component", "example"), EXAMPLES)
def test_pictures_are_hidden_for_a_screen_reader_and_stand_beside_words(component, example):
    page = BeautifulSoup(rendered(component, example), "html.parser")

    for svg in page.find_all("svg"):
        assert (svg["aria-hidden"], svg["focusable"]) == ("true", "false")
    for control in page.find_all(["a", "button"]):
        assert control.get_text(strip=True) or control.get("aria-label")


def test_what_a_person_typed_is_escaped():
    source = '<c-skill-chip name="{{ name }}" level="2" /><c-tag>{{ name }}</c-tag><c-card title="{{ name }}" />'
    template = engines["django"].engine.from_string(CottonCompiler().process(source))
    html = template.render(Context({"name": '<b>ramen & "glas"</b>'}))

    assert "<b>" not in html
    assert html.count("&lt;b&gt;ramen &amp; &quot;glas&quot;&lt;/b&gt;") == 3, "escaped once, not twice"


def test_every_component_has_examples():
    drawn = {path.stem for path in components.COTTON.glob("*.html")}

    assert drawn - PARTS_OF_ANOTHER == {component.name for component in components.components()}


def test_every_component_stands_in_the_recipe():
    recipe = (ROOT / "docs" / "recipes" / "add-a-component.md").read_text("utf-8")

    tags = {f"<c-{component.name.replace('_', '-')}" for component in components.components()}
    missing = sorted(tag for tag in tags if not re.search(rf"{tag}[ >]", recipe))
    assert missing == []


def test_an_example_that_asks_for_something_strange_is_refused():
    with pytest.raises(ValueError, match="does not take colour"):
        components.Component(name="tag", purpose="", takes={}, examples=[{"example": "x", "colour": "red"}])


def test_every_icon_and_pictogram_that_a_template_names_exists():
    icons, pictograms = set(), set()
    for path in (ROOT / "src").rglob("templates/**/*.html"):
        text = path.read_text("utf-8")
        icons |= set(re.findall(r"""\{% icon "([\w-]+)\"""", text)) | set(re.findall(r"""\bicon="([\w-]+)\"""", text))
        pictograms |= set(re.findall(r"""\{% pictogram "([\w-]+)\"""", text))
        pictograms |= set(re.findall(r"""\bpictogram="([\w-]+)\"""", text))

    assert icons - ICONS == set(), "add it to frontend/icons.txt"
    assert pictograms - set(pictures.pictogram_names()) == set()


@pytest.mark.parametrize("name", pictures.pictogram_names())
def test_pictogram_is_one_quiet_line(name):
    text = (pictures.PICTOGRAMS / f"{name}.svg").read_text("utf-8")

    assert 'viewBox="0 0 24 24"' in text
    assert 'stroke="currentColor" stroke-width="1.75"' in text
    assert not re.search(r"<(?!/?(svg|path|circle|rect)\b)", text), "paths, circles and rectangles only"
    assert "#" not in text
    assert "style" not in text


def test_no_template_of_the_house_has_inline_style_or_script():
    offending = [
        str(path.relative_to(TEMPLATES))
        for path in TEMPLATES.rglob("*.html")
        if re.search(r"""\sstyle=|<style|\son\w+=|<script(?![^>]*\bsrc=)""", path.read_text("utf-8"))
    ]

    assert offending == []


def test_every_template_of_the_house_compiles():
    for path in TEMPLATES.rglob("*.html"):
        get_template(str(path.relative_to(TEMPLATES)))
