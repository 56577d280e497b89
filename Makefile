# make serve: read the guide. make test: test it. Both set everything up by themselves.
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.locked

.PHONY: serve build check test lint format bench bench-build bench-links bench-search bench-web lock renderers reproducible kill-builds nu audit screenshots contact-sheets printed clean

serve: $(READY)
	sh scripts/ensure-font.sh
	$(BIN)/python scripts/build.py serve --port $(PORT)

build: $(READY)
	sh scripts/ensure-font.sh
	$(BIN)/python scripts/build.py build

check: $(READY)
	$(BIN)/python scripts/build.py check

test: $(READY) lint
	sh scripts/ensure-font.sh
	sh scripts/ensure-chromium.sh
	sh scripts/ensure-nginx.sh
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/deno lint --quiet
	$(BIN)/deno fmt --quiet --check
	$(BIN)/deno check --quiet docs/assets/js tests/js

# Mends what lint says of layout, and what can be mended of the rest.
format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/deno lint --quiet --fix
	$(BIN)/deno fmt --quiet

# How fast the validator is, beside MkDocs and on larger trees.
bench: $(READY)
	$(BIN)/python scripts/bench/check.py

# What a build costs with 1 and 4 times the pages, beside the stock set-up: `--times 1 4 16` takes long.
bench-build: $(READY)
	sh scripts/ensure-font.sh
	$(BIN)/python scripts/bench/builds.py

# Who finds planted link and anchor faults. Needs npm and the network.
bench-links: $(READY)
	$(BIN)/python scripts/bench/links.py

# How the search compares with others. Needs npm and the network.
bench-search: $(READY)
	sh scripts/ensure-chromium.sh
	$(BIN)/python scripts/bench/search.py

# The first view beside Material, Starlight, VitePress and the bare text. Needs npm and the network; half an hour.
# To raise their versions: npm install --package-lock-only --omit-lockfile-registry-resolved --prefix scripts/bench/rivals
bench-web: $(READY)
	sh scripts/ensure-font.sh
	sh scripts/ensure-chromium.sh
	sh scripts/ensure-nginx.sh
	$(BIN)/python scripts/bench/web.py

# The guide built with MkDocs and with ProperDocs must be the same, byte by byte.
renderers: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps \
		-r scripts/jobs/properdocs.lock
	$(BIN)/python scripts/jobs/compare_renderers.py

# Two builds of the last commit, in two folders and two time zones, must be the same, byte by byte.
reproducible: $(READY)
	sh scripts/ensure-font.sh
	$(BIN)/python scripts/jobs/reproducible.py

# A build that is killed at any of twenty steps, or finds the disk full, leaves the last good site whole.
kill-builds: $(READY)
	sh scripts/ensure-font.sh
	$(BIN)/python scripts/jobs/kill_builds.py

# No page of the built site has an error for the Nu HTML checker. Needs Java and the network.
nu: $(READY) build
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --upgrade \
		--target .build/nu -r scripts/jobs/nu.lock
	$(BIN)/python scripts/jobs/nu_html.py site

# No locked package has a known fault. Needs the network. What it finds, and nothing else, goes to the standard output.
audit: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --upgrade \
		--target .build/audit -r scripts/jobs/audit.lock
	PYTHONPATH=.build/audit $(BIN)/python -m pip_audit --disable-pip --require-hashes --progress-spinner off \
		--format markdown -r requirements.lock $(patsubst %,-r %,$(wildcard scripts/jobs/*.lock))

# The screenshot of the README, made from the built site.
screenshots: $(READY) build
	sh scripts/ensure-chromium.sh
	$(BIN)/python scripts/jobs/screenshots.py

# Every picture that apps show of a link, and every poster, on a few sheets below .build/contact-sheets/.
contact-sheets: $(READY) build
	$(BIN)/python scripts/jobs/contact_sheets.py

$(READY): requirements.lock
	$(PYTHON) scripts/environment.py

# Raise the pinned versions. Needs the network; everything else reads the lock file.
lock:
	$(PYTHON) -m venv .venv-lock
	.venv-lock/bin/python -m pip install --quiet --disable-pip-version-check uv
	.venv-lock/bin/uv pip compile pyproject.toml --extra test --universal --python-version 3.11 --generate-hashes \
		--upgrade --quiet --custom-compile-command "make lock" --output-file requirements.lock
	.venv-lock/bin/uv pip compile scripts/jobs/properdocs.in --no-deps --universal --python-version 3.11 \
		--generate-hashes --upgrade --quiet --custom-compile-command "make lock" \
		--output-file scripts/jobs/properdocs.lock
	.venv-lock/bin/uv pip compile scripts/jobs/nu.in --no-deps --universal --python-version 3.11 \
		--generate-hashes --upgrade --quiet --custom-compile-command "make lock" \
		--output-file scripts/jobs/nu.lock
	.venv-lock/bin/uv pip compile scripts/jobs/audit.in --universal --python-version 3.11 --generate-hashes \
		--upgrade --quiet --custom-compile-command "make lock" --output-file scripts/jobs/audit.lock
	rm -rf .venv-lock

# The whole guide of every language as a PDF below .build/print/, and how many sheets of A4 it fills.
printed: $(READY) build
	sh scripts/ensure-chromium.sh
	$(BIN)/python scripts/jobs/print_guide.py

clean:
	rm -rf $(VENV) .venv-lock .build site .site.building .pytest_cache .ruff_cache .mypy_cache .hypothesis
