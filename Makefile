# Two commands matter: `make run` (the demo) and `make test`. The rest is listed by `make help`.

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
PY := $(VENV)/bin/python
INSTALL := $(PY) -m pip install -qq --disable-pip-version-check --require-hashes --only-binary=:all:
TEST := DJANGO_SETTINGS_MODULE=training_site.settings.test $(PY) -m tests.groups

.DEFAULT_GOAL := help
.PHONY: help run setup serve scale test test-full faults bench planted chromium poppler outsiders format lock

help: ## This list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

run: $(VENV)/.base-stamp ## The demo with curriculum and demo people on http://127.0.0.1:8000 (PORT=8001 for another)
	@DEMO=1 PORT=$(PORT) SITE_URL=http://127.0.0.1:$(PORT) \
	DJANGO_SETTINGS_MODULE=training_site.settings.development exec $(PY) manage.py run_demo

setup: $(VENV)/.scale-stamp ## A real, empty installation: keys, database, first administrator, checklist
	@DJANGO_SETTINGS_MODULE=training_site.settings.production exec $(PY) manage.py setup

serve: $(VENV)/.scale-stamp ## A real installation under production settings; after `make setup`
	@DJANGO_SETTINGS_MODULE=training_site.settings.production exec $(PY) manage.py serve

scale: ## As serve, on PostgreSQL, Redis and Celery: needs DATABASE_URL and REDIS_URL
	@test -n "$(DATABASE_URL)" || { echo "DATABASE_URL is not set, e.g. postgres://triad@localhost/triad"; exit 1; }
	@test -n "$(REDIS_URL)" || { echo "REDIS_URL is not set, e.g. redis://localhost:6379/0"; exit 1; }
	@TASK_ENGINE=celery exec $(MAKE) --no-print-directory serve

test: $(VENV)/.dev-stamp chromium poppler outsiders ## Everything that guards a change, a real browser included, in about twenty minutes
	@$(TEST)

test-full: $(VENV)/.dev-stamp chromium poppler outsiders ## Every test on both engines
	@$(TEST) --full

faults: $(VENV)/.dev-stamp ## 200 rounds of every race, long lives of an attempt, web workers killed: both engines
	@$(PY) -m tests.faults

bench: $(VENV)/.dev-stamp ## A hundred candidates at once, two hundred certificates issued: times and processor costs
	@$(PY) -m tests.bench

planted: $(VENV)/.dev-stamp ## The gravest faults planted in a copy, each of which must turn its test red
	@$(PY) -m tests.planted

# Debian's Chromium. Where it cannot be installed, the browser group says what is missing.
chromium:
	@command -v chromium >/dev/null || { \
	  test "$$(id -u)" = 0 && command -v apt-get >/dev/null && \
	  echo "Installing Chromium for the browser tests…" && \
	  (apt-get install -y -q chromium >/dev/null 2>&1 || \
	    { apt-get update -q >/dev/null && apt-get install -y -q chromium >/dev/null; }); } || true

# Poppler's tools read and check PDFs. Where they cannot be installed, the summary says what is left out.
poppler:
	@command -v pdfsig >/dev/null || { \
	  test "$$(id -u)" = 0 && command -v apt-get >/dev/null && \
	  (apt-get install -y -q poppler-utils >/dev/null 2>&1 || \
	    { apt-get update -q >/dev/null && apt-get install -y -q poppler-utils >/dev/null; }); } || true

# The verifiers of others, in JavaScript. Without npm the summary says what is left out.
outsiders: tests/outsiders/node_modules/.package-lock.json

tests/outsiders/node_modules/.package-lock.json: tests/outsiders/package-lock.json
	@! command -v npm >/dev/null || \
	  (cd tests/outsiders && npm ci --no-audit --no-fund --ignore-scripts --loglevel=error >/dev/null && \
	   touch node_modules/.package-lock.json) || true

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Triad needs Python 3.11 or newer; name it: make PYTHON=python3.11 …")'
	@echo "Making a virtual environment in $(VENV)…"
	@$(PYTHON) -m venv $(VENV)

# A stamp is as old as the requirements that were installed.
$(VENV)/.%-stamp: requirements/%.txt | $(PY)
	@echo "Installing requirements/$*.txt…"
	@$(INSTALL) -r $<
	@touch $@

format: $(VENV)/.dev-stamp ## Python by ruff, templates by djade
	@$(VENV)/bin/ruff check --fix --quiet . ; $(VENV)/bin/ruff format --quiet .
	@find templates -name '*.html' -exec $(VENV)/bin/djade --target-version 5.2 {} + >/dev/null 2>&1 || true

lock: ## For maintainers: resolve pyproject.toml into requirements/*.txt (needs uv)
	uv pip compile pyproject.toml $(LOCK) -o requirements/base.txt
	uv pip compile pyproject.toml $(LOCK) --extra scale -o requirements/scale.txt
	uv pip compile pyproject.toml $(LOCK) --extra dev -o requirements/dev.txt
LOCK := --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header
