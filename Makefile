# Everything a checkout can do, on a machine with Python 3.11 or newer, git and make.
# The first call sets up .venv; a change of pyproject.toml or constraints.txt brings it up to date.

PYTHON ?= python3
WORKERS ?= 2
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
DEMO := build/rovinj2024
STRICT := src/programkit/model/*,src/programkit/rules/*,src/programkit/text/*,src/programkit/outline/*

.DEFAULT_GOAL := help
.PHONY: help demo test check lint docs bench bench-agenda bench-booklet bench-solve format clean

help:  ## this list
	@echo "make TARGET [PYTHON=python3.12]"
	@sed -n 's/^\([a-z-]*\):.*## /  \1\t/p' Makefile

demo: $(VENV)/.runtime  ## build the example: booklet, web pages, calendar
	$(BIN)/programkit build examples/rovinj2024 -o $(DEMO)
	@echo
	@echo "Built from examples/rovinj2024:"
	@for name in booklet.pdf site/index.html program.ics program.json; do \
	  test -s $(DEMO)/$$name || { echo "$(DEMO)/$$name was not written" >&2; exit 1; }; \
	  echo "  $(CURDIR)/$(DEMO)/$$name"; \
	done

test: $(VENV)/.dev  ## the tests, and how much of the code they run
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal --cov --cov-report=
	@echo "What unit tests run of everything, at least 95 %:"
	@$(BIN)/coverage report --fail-under=95
	@echo "Of model, rules, text and outline, 100 %:"
	@$(BIN)/coverage report --include='$(STRICT)' --fail-under=100

check: lint docs  ## everything but the tests: style, types, architecture, spelling, docs

lint: $(VENV)/.dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell

docs: $(VENV)/.dev  ## the documentation, into build/docs
	$(BIN)/sphinx-build --nitpicky --fail-on-warning --keep-going --quiet docs build/docs

bench: $(VENV)/.dev  ## how long building and solving take
	$(BIN)/python benchmarks/run.py
	$(BIN)/python benchmarks/solve.py --quick

bench-booklet: $(VENV)/.dev  ## booklets beside Typst, LaTeX and WeasyPrint: half an hour
	$(BIN)/python benchmarks/booklet.py

bench-agenda: $(VENV)/.dev  ## the web site beside bare Jinja, and in a browser: a quarter of an hour
	$(BIN)/python benchmarks/agenda.py
	$(BIN)/python benchmarks/series.py
	$(BIN)/python benchmarks/agenda_browser.py
	@command -v lighthouse >/dev/null && $(BIN)/python benchmarks/lighthouse.py || echo "Lighthouse is not here: npm install --global lighthouse"

bench-solve: $(VENV)/.dev  ## what solving can do: hours; CoSPLib only with PROGRAMKIT_COSPLIB=FOLDER
	$(BIN)/python benchmarks/solve.py --only cosplib generated large peers repeat infeasible --long 1800

format: $(VENV)/.dev  ## rewrite the code as ruff would
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

clean:  ## remove what was made, but .venv
	rm -rf build dist .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache

$(VENV)/.runtime: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "programkit needs Python 3.11 or newer, and '$(PYTHON)' is not:" >&2; \
	  $(PYTHON) --version >&2; \
	  echo "Name a newer one: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; \
	  exit 1; }
	@echo "Setting up $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(INSTALL) --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime
	@echo "Adding the tools of developers to $(VENV) ..."
	@$(INSTALL) --editable '.[dev]'
	@touch $@
