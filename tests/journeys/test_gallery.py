"""The gallery in a real browser: nothing for axe, at every width, in the dark, in both themes, with a keyboard."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from vaardig.base.gallery import PAGE_FORMS

ROOT = Path(__file__).resolve().parents[2]
PAGES = ["/-/galerij/", "/lezen/", *(f"/-/galerij/{form}/?fout=1" for form in PAGE_FORMS)]
HOW = {
    "phone": {},
    "narrow": {"viewport": {"width": 320, "height": 640}},
    "desk": {"viewport": {"width": 1280, "height": 900}},
    "twice as large": {"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2},
    "dark": {"color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
    "no script": {"java_script_enabled": False},
}

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _for_makers(settings):
    settings.DEMO = True
    settings.HELP_PHONE = "030 123 45 67"


@pytest.mark.parametrize("how", ["phone", "desk", "dark"])
def test_axe_finds_nothing(open_page, axe, how):
    found = {path: axe(open_page(path, **HOW[how])) for path in PAGES}

    assert {path: faults for path, faults in found.items() if faults} == {}


@pytest.mark.parametrize("how", ["narrow", "phone", "twice as large", "forced colours"])
def test_nothing_runs_off_the_page(open_page, how):
    width = "[document.documentElement.scrollWidth, innerWidth]"
    wide = {path: open_page(path, **HOW[how]).evaluate(width) for path in PAGES}

    assert [path for path, (content, window) in wide.items() if content > window] == []


def test_every_page_stands_without_a_script(open_page):
    for path in PAGES:
        page = open_page(path, **HOW["no script"])
        assert page.locator("h1").is_visible()
        assert page.get_by_role("button", name="Lees voor").count() == 0, "hidden, for it would do nothing"


@pytest.mark.parametrize("path", ["/-/galerij/", "/-/galerij/ding/"])
def test_the_published_theme_fits_the_same_markup(open_page, axe, settings, path):
    settings.THEME = "voorbeeld"

    page = open_page(path)

    assert page.evaluate("getComputedStyle(document.querySelector('.nl-button--primary')).backgroundColor") == (
        "rgb(81, 21, 239)"
    )
    assert [line for line in axe(page) if "color-contrast" not in line] == []


def test_targets_are_large_enough_for_a_thumb(open_page):
    page = open_page("/-/galerij/keuze/")

    small = page.evaluate(
        """[...document.querySelectorAll('.house-head :is(a, button), main :is(a, button)')].filter(e => e.offsetParent)
        .filter(e => e.offsetHeight < 48 || e.offsetWidth < 48).map(e => e.textContent.trim())"""
    )
    assert small == []


def test_the_keyboard_reaches_everything_in_order_and_focus_is_seen(open_page):
    page = open_page("/-/galerij/vraag/")
    seen = []
    for _ in range(8):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.textContent.trim() || document.activeElement.name"))
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        box = page.evaluate("document.activeElement.getBoundingClientRect().toJSON()")
        assert outline != "none" or seen[-1] == "Ga naar de inhoud"
        assert box["bottom"] > 0
        assert box["top"] < 844

    assert seen == ["Ga naar de inhoud", "Vaardig", "Groter", "English", "Terug", "verhaal", "Verder", "Weet ik niet"]


def test_larger_letters_keep_what_was_typed(open_page):
    page = open_page("/-/galerij/vraag/")
    page.fill("textarea", "Ik lapte ramen")
    before = page.evaluate("getComputedStyle(document.querySelector('h1')).fontSize")

    with page.expect_response("**/lezen/"):
        page.get_by_role("button", name="Groter").click()

    assert page.input_value("textarea") == "Ik lapte ramen"
    assert float(page.evaluate("getComputedStyle(document.querySelector('h1')).fontSize")[:-2]) > float(before[:-2])
    page.reload()
    assert "larger" in page.evaluate("document.documentElement.className")


def test_larger_letters_and_english_work_without_a_script(open_page):
    page = open_page("/lezen/", java_script_enabled=False)
    page.get_by_role("button", name="Groter").click()
    page.get_by_role("button", name="English").click()

    assert "larger" in page.locator("html").get_attribute("class")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.url.endswith("/lezen/")


def test_the_summary_has_the_focus_and_leads_to_the_spot(open_page):
    page = open_page("/-/galerij/formulier/?fout=1")

    assert page.evaluate("document.activeElement.className") == "error-summary"
    page.locator(".error-summary a").first.click()
    assert page.evaluate("document.activeElement.name") == "verhaal"


def test_a_voice_reads_sentence_by_sentence(open_page):
    """Headless Chromium has no voice, so we lend it one; the button shows itself and the sentences come in order."""
    context = """() => {
        window.said = [];
        const synth = { getVoices: () => [{lang: 'nl-NL'}], cancel() {}, addEventListener() {},
            speak(u) { window.said.push(u.text); setTimeout(() => u.onend(), 0); } };
        Object.defineProperty(window, 'speechSynthesis', { value: synth });
        window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    }"""
    page = open_page("/-/galerij/vraag/")
    assert not page.get_by_role("button", name="Lees voor").is_visible()
    page.add_init_script(f"({context})()")
    page.reload()

    page.get_by_role("button", name="Lees voor").click()
    page.wait_for_function("document.querySelector('[data-read-aloud]').getAttribute('aria-pressed') === 'false'")

    assert page.evaluate("window.said")[:2] == [
        "Wat deed je gisteren?",
        "Denk aan werk, thuis, hobby's of hulp aan anderen.",
    ]


def test_the_sheet_prints_on_one_page_without_furniture(open_page):
    page = open_page("/-/galerij/vel/")
    page.emulate_media(media="print")

    assert not page.locator(".house-head").is_visible()
    assert not page.locator(".house-foot").is_visible()
    assert page.locator(".sheet__foot").is_visible()
    assert page.pdf(format="A4").count(b"/Type /Page\n") == 1


def test_html_is_valid(settings, tmp_path):
    client = Client()
    for path in [*PAGES, "/bestaat-niet/"]:
        name = path.strip("/-").replace("/", "_").replace("?", "_") or "begin"
        (tmp_path / f"{name}.html").write_bytes(client.get(path).content)

    command = [sys.executable, str(ROOT / "tools" / "npm.py"), "--prefix", "frontend", "run", "--silent", "lint:html"]
    done = subprocess.run([*command, "--", str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout.replace(str(tmp_path), "")) == (0, ""), done.stderr
    assert reverse("gallery") in PAGES
