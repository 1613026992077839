# Vaardig: `make run` starts the demo, `make test` runs the tests, `make check` runs everything.
PY ?= python3
BIN := .venv/bin
PORT ?= 8000
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help setup run test check check-rest demo lint types imports words content postgres browser bench-recognise bench-options train-recogniser lock clean

help: ## Show what can be done
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 22

# ── set-up ───────────────────────────────────────────────────────────────────────────────────────────
.venv/ok-boot: requirements/boot.txt
	test -x $(BIN)/python || $(PY) -m venv .venv
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/boot.txt
	touch $@
.venv/ok-run: .venv/ok-boot requirements/run.txt
	$(BIN)/uv pip install -q --python $(BIN)/python --require-hashes -r requirements/run.txt
	$(BIN)/uv pip install -q --python $(BIN)/python --no-deps --no-build-isolation -e .
	touch $@
.venv/ok-dev: .venv/ok-run requirements/dev.txt
	$(BIN)/uv pip install -q --python $(BIN)/python --require-hashes -r requirements/dev.txt
	touch $@
frontend/node_modules/.ok: frontend/package-lock.json .venv/ok-boot
	$(BIN)/python tools/npm.py --prefix frontend ci --ignore-scripts --loglevel=error
	touch $@
FRONTEND := $(shell find frontend/src frontend/scripts -type f) frontend/icons.txt frontend/themes.json frontend/package.json frontend/.npmrc
static/dist/.ok: frontend/node_modules/.ok $(FRONTEND)
	$(BIN)/python tools/npm.py --prefix frontend run --silent build
	touch $@
WORDS := $(wildcard locale/en/*.po)
locale/en/LC_MESSAGES/django.mo: .venv/ok-run $(WORDS)
	$(BIN)/python tools/words.py compile
setup: .venv/ok-run static/dist/.ok locale/en/LC_MESSAGES/django.mo

# ── daily ────────────────────────────────────────────────────────────────────────────────────────────
run: setup ## Set up and serve the demo town on http://127.0.0.1:8000 (PORT=…)
	VAARDIG_DEMO=True PORT=$(PORT) $(BIN)/vaardig serve

demo: setup ## Throw the demo town away and make it anew
	VAARDIG_DEMO=True $(BIN)/vaardig demo --again

test: .venv/ok-dev setup ## Run the tests on SQLite
	$(BIN)/python -m pytest -q -n auto -m "not browser"

check: test check-rest ## Run everything that CI runs

check-rest: lint types imports words content postgres browser

lint: .venv/ok-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/bandit -q -r src -x '*/tests/*' -ll
	git ls-files -z '*.html' | xargs -0 $(BIN)/djade --check --target-version 5.2

types: .venv/ok-dev
	$(BIN)/mypy

imports: .venv/ok-dev
	$(BIN)/lint-imports

words: .venv/ok-dev
	$(BIN)/python tools/words.py check

content: setup
	$(BIN)/vaardig check-content

postgres: .venv/ok-dev setup ## The suite on PostgreSQL (TEST_POSTGRES_URL)
	DATABASE_URL=$${TEST_POSTGRES_URL:-postgres:///postgres} $(BIN)/python -m pytest -q -n 2 -m "not browser"

browser: .venv/ok-dev setup ## Journeys and axe in Chromium
	$(BIN)/python -m pytest -q -m browser

bench-recognise: .venv/ok-dev ## Quality and speed of recognising, beside the reference
	$(BIN)/python -m benchmarks.recognise

bench-options: .venv/ok-dev ## Speed of matching on full ESCO, one person and many, beside others
	$(BIN)/python -m benchmarks.options

train-recogniser: .venv/ok-dev ## Train the recogniser's weights (a quarter of an hour, needs torch)
	$(BIN)/uv pip install -q --python $(BIN)/python -r requirements/train.in
	$(BIN)/python -m tools.train_recogniser

lock: .venv/ok-boot ## Make the requirement files anew from the .in files
	for f in boot run node dev; do $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-annotate --no-emit-index-url requirements/$$f.in -o requirements/$$f.txt; done

clean: ## Remove the environment, the built front end and the demo data
	rm -rf .venv static/dist frontend/node_modules var
