"""A real browser for the journeys: this machine's Chromium, and axe to look at every page."""

import os
import shutil
from pathlib import Path

import pytest

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
AXE = Path(__file__).resolve().parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
NORMS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="session")
def chromium():
    if not shutil.which(CHROMIUM):
        pytest.skip(f"no Chromium at {CHROMIUM}; set CHROMIUM to run the journeys")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium, live_server):
    """`open_page("/lezen/", **how)` gives a page of a fresh visitor; nothing may go wrong in its console."""
    contexts, complaints = [], []

    def opened(path, **how):
        how = {"viewport": PHONE, "locale": "nl-NL", "reduced_motion": "reduce"} | how
        context = chromium.new_context(base_url=live_server.url, **how)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def axe():
    """What axe finds on a page, as short lines; nothing is what we want."""

    def found(page, norms=NORMS):
        page.evaluate(AXE.read_text("utf-8") + ";null")
        result = page.evaluate("norms => axe.run({runOnly: norms})", norms)
        return [
            f"{violation['id']}: {node['target'][0]} {node['failureSummary'].splitlines()[-1].strip()}"
            for violation in result["violations"]
            for node in violation["nodes"]
        ]

    return found
