# The verbs of this project; `make` alone lists them. README.md spells them out for machines without make.

PYTHON ?= $(shell command -v python3 || command -v python)
VENV_PYTHON := $(if $(filter Windows_NT,$(OS)),.venv/Scripts/python,.venv/bin/python)
SETUP = $(if $(PYTHON),"$(PYTHON)" tools/setup.py,$(error Waypost needs Python 3.11 or newer: https://www.python.org/downloads/))

# Material prints a long notice about the future of MkDocs at every build. What it says, and what follows for us, stands in
# docs/decisions/0001-one-seam-and-pinned-mkdocs.md; here it would only hide what a curator has to mend.
export NO_MKDOCS_2_WARNING := 1

.PHONY: help site offline serve test check format words lock clean bench bench-finder fuzz kills other-python other-generators

help: ## list these verbs
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

site: ## set up and build the site from resources.yaml into site/
	@$(SETUP)
	@echo "Building: mkdocs build --strict"
	@$(VENV_PYTHON) -m mkdocs build --strict
	@echo "The site is in site/. To look at it: make serve, and open the address that it names."

offline: ## build it for a memory stick into site-offline/, to be opened by double click
	@$(SETUP)
	@echo "Building: mkdocs build --strict -f mkdocs.offline.yml"
	@$(VENV_PYTHON) -m mkdocs build --strict -f mkdocs.offline.yml
	@echo "Copy the folder site-offline/ to the stick as a whole. A double click on its index.html opens the site."

serve: ## preview the site at http://127.0.0.1:8000/, made anew at every change
	@$(SETUP)
	@$(VENV_PYTHON) -m mkdocs serve --livereload

test: ## set up and run every test
	@$(SETUP) --dev
	@$(VENV_PYTHON) tools/browser.py
	@$(VENV_PYTHON) -m tools.from_npm
	@$(VENV_PYTHON) -m pytest

check: ## linters, spelling and types
	@$(SETUP) --dev
	@$(VENV_PYTHON) -m ruff check
	@$(VENV_PYTHON) -m ruff format --check
	@$(VENV_PYTHON) -m codespell_lib
	@$(VENV_PYTHON) -m mypy

format: ## lay out the Python code, and mend what the linter can mend
	@$(SETUP) --dev
	@$(VENV_PYTHON) -m ruff check --fix
	@$(VENV_PYTHON) -m ruff format

words: ## collect all sentences for translators, and print the manual's pages of checks and worksheets
	@$(SETUP) --dev
	@$(VENV_PYTHON) tools/words.py
	@$(VENV_PYTHON) -m tools.check_pages
	@$(VENV_PYTHON) -m tools.worksheet_pages

lock: ## lock the versions in pyproject.toml anew (make lock UPGRADE=--upgrade: the newest)
	@"$(PYTHON)" tools/lock.py $(UPGRADE)

bench: ## build the same site with this and with other builders, side by side, as benchmarks/README.md tells (make bench SIZES=2000)
	@$(SETUP) --dev
	@$(VENV_PYTHON) -m benchmarks.peer_tools
	@$(VENV_PYTHON) -m benchmarks.builds $(if $(SIZES),--sizes "$(SIZES)") $(if $(ROUNDS),--rounds "$(ROUNDS)") $(if $(ONLY),--only "$(ONLY)")

bench-finder: ## measure the finder beside other searches, as benchmarks/README.md tells (make bench-finder PAGEFIND=python)
	@$(SETUP) --dev
	@$(VENV_PYTHON) -m benchmarks.finder $(if $(PAGEFIND),--pagefind "$(PAGEFIND)")
	@$(VENV_PYTHON) -m benchmarks.relevance $(if $(PAGEFIND),--pagefind "$(PAGEFIND)")

fuzz: ## read a hundred thousand spoilt directories, and say what came of them (make fuzz COUNT=1000 PROCESSES=4)
	@$(SETUP) --dev
	@$(VENV_PYTHON) -m tests.fuzz.soak $(or $(COUNT),100000) $(or $(PROCESSES),2)
	@WAYPOST_FUZZ_EXAMPLES=5000 $(VENV_PYTHON) -m pytest -q tests/fuzz -k any_value

kills: ## kill a hundred builds at a hundred points, and look at the site each time
	@$(SETUP) --dev
	@WAYPOST_KILLS=$(or $(COUNT),100) $(VENV_PYTHON) -m pytest -q -s tests/builds/test_killed.py

other-python: ## compare the site that another Python makes (make other-python OTHER=python3.13)
	@$(SETUP) --dev
	@$(or $(OTHER),python3) -m venv --clear .cache/other-python
	@.cache/other-python/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/site-without-pdf.txt
	@.cache/other-python/bin/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@WAYPOST_OTHER_PYTHON="$(CURDIR)/.cache/other-python/bin/python" $(VENV_PYTHON) -m pytest -q tests/builds/test_same_bytes.py

other-generators: ## build the pages with Zensical and ProperDocs, as docs/decisions/0014-after-the-theme.md tells
	@$(SETUP) --dev
	@for name in zensical properdocs; do $(VENV_PYTHON) -m venv --clear .cache/$$name && \
	  .cache/$$name/bin/python -m pip install -qq --disable-pip-version-check $$name; done
	@WAYPOST_OTHER_GENERATORS="$(CURDIR)/.cache/zensical/bin:$(CURDIR)/.cache/properdocs/bin" $(VENV_PYTHON) -m pytest -q tests/after

clean: ## delete what was built (for a fresh set-up delete .venv too)
	rm -rf site .site.new .site.old site-offline .site-offline.new .site-offline.old dist .pytest_cache .mypy_cache .ruff_cache .hypothesis test-results
	find generator tools tests -name __pycache__ -prune -exec rm -rf {} +
