# Everything with one word. `make run` on a machine with Python 3.11 and make is enough; see README.md.
#   HOST=0.0.0.0 make run   lets other machines in        PORT=9000 make run   another port
#   CHROMIUM=/path/to/it make test   a browser of your own     make test TESTS=tests/geo   a part of the tests
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check --no-input
HOST ?= localhost
PORT ?= 8501
TESTS ?= tests
export HOST PORT

# As root on Debian a missing system package is installed; anyone else is told its name.
apt = [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq \
	&& DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(1) >/dev/null

.PHONY: setup run dev test look lint format bench chromium office clean
.DEFAULT_GOAL := run

setup: $(VENV)/.assets ## what `make run` needs
	@:

run: setup ## the dashboard on http://localhost:8501
	@exec $(PY) -m dashboard

dev: setup ## the same, drawn anew whenever a file is saved
	@exec $(PY) -m streamlit run dashboard/app.py --server.address=$(HOST) --server.port=$(PORT) --server.headless=true \
		--server.fileWatcherType=auto --server.runOnSave=true --client.toolbarMode=developer --client.showErrorDetails=full

test: setup $(VENV)/.test $(VENV)/.rhwp chromium office ## all tests, two at a time
	@$(PY) -m pytest -q -n 2 --dist worksteal $(TESTS)

look: setup $(VENV)/.test chromium ## every page in both languages, themes and three widths: pictures and findings in look/
	@$(PY) -m tests.look

lint: setup $(VENV)/.test $(VENV)/.lint ## style, format, types
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m basedpyright

format: $(VENV)/.lint ## puts style and format right where a machine can
	@$(PY) -m ruff check --fix --quiet . ; $(PY) -m ruff format .

bench: setup $(VENV)/.test chromium ## what the data cost as they grow, and how long a visitor waits
	@$(PY) -m tests.benchmarks.growth
	@$(PY) -m tests.benchmarks
	@$(PY) -m tests.benchmarks.documents
	@$(PY) -m tests.benchmarks.forum

clean: ## removes what setup made
	rm -rf $(VENV) dashboard/static look .pytest_cache .ruff_cache

# Stamps stand inside the environment: they go when it goes.
$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
		|| { echo "$(PYTHON) · missing or older than 3.11 · install Python 3.11 or newer, or name it: make PYTHON=/path/to/python"; exit 1; }
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || { rm -rf $(VENV); $(call apt,python3-venv) && $(PYTHON) -m venv $(VENV); } \
		|| { echo "$(PYTHON) · cannot make an environment · as root: apt-get install python3-venv"; exit 1; }
	@touch $@

$(VENV)/.run: $(VENV)/.made requirements.txt
	@echo "Installing what the dashboard needs (about a minute)"
	@$(PIP) -r requirements.txt
	@touch $@

$(VENV)/.test: $(VENV)/.run requirements-dev.txt
	@$(PIP) -r requirements-dev.txt
	@touch $@

$(VENV)/.lint: $(VENV)/.made requirements-lint.txt
	@$(PIP) -r requirements-lint.txt
	@touch $@

$(VENV)/.assets: $(VENV)/.run dashboard/assets.py $(wildcard geo/*.* components/fonts/*.*)
	@$(PY) -m dashboard.assets
	@touch $@

# The independent reader of 한글 files that the tests hold ours against.
$(VENV)/.rhwp: $(VENV)/.test
	@PATH="$(CURDIR)/$(VENV)/bin:$$PATH" npm install --silent --no-audit --no-fund --no-save --prefix $(VENV)/rhwp @rhwp/core@0.8.6
	@touch $@

# LibreOffice, which the tests open PowerPoint and Excel files with.
office:
	@command -v soffice >/dev/null || $(call apt,libreoffice-impress libreoffice-calc) \
		|| { echo "LibreOffice · not found · as root: apt-get install libreoffice-impress libreoffice-calc"; exit 1; }

chromium: $(VENV)/.made
	@$(PY) -m tests.chromium >/dev/null 2>&1 || { $(call apt,chromium); $(PY) -m tests.chromium >/dev/null; }
