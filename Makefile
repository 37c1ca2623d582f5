# The commands a person types. `make demo` and `make test` set up everything
# they need; on a machine without make the README shows the same in one line.

PYTHON ?= python3
BIN := .venv/bin
SITE ?= demo-site

.PHONY: demo test check compiled bench audit pictures fuzz soak words lock clean

demo: .venv/ready
	$(BIN)/dateline demo $(SITE)

test: .venv/ready-dev
	@bash tools/browser.sh
	$(MAKE) --no-print-directory check
	$(BIN)/python -m pytest -n $${DATELINE_TEST_WORKERS:-2} --dist loadfile --no-loadscope-reorder -q

check: .venv/ready-dev
	$(BIN)/ruff format --check src tests bench tools setup.py
	$(BIN)/ruff check src tests bench tools setup.py
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint --lint --quiet src
	$(BIN)/interrogate -q src
	$(BIN)/codespell src tests bench tools docs README.md

# The parsers as machine code, beside the sources and not in their place. Needs a C
# compiler and Python.h (Debian: gcc python3-dev); a wheel of it: DATELINE_COMPILED=1 pip wheel --no-build-isolation --no-deps .
compiled: .venv/ready-dev
	rm -rf build/compiled
	DATELINE_COMPILED=1 $(BIN)/python setup.py -q build --build-base build/compiled --build-lib build/compiled/lib

bench: .venv/ready-dev
	$(BIN)/python -m bench

audit: .venv/ready-dev
	@bash tools/browser.sh
	$(BIN)/python -m tools.audit

pictures: .venv/ready-dev
	@bash tools/browser.sh
	$(BIN)/python -m tools.pictures

fuzz: .venv/ready-dev
	$(BIN)/python -m bench.fuzz

soak: .venv/ready-dev
	DATELINE_SOAK=200 $(BIN)/python -m pytest -q -m "soak or journey" tests/journeys

words: .venv/ready-dev
	$(BIN)/python -m tools.words

lock: .venv/ready-dev
	$(BIN)/pip install -q uv
	$(BIN)/uv pip compile pyproject.toml --extra newsroom --generate-hashes --no-emit-index-url --no-header --python-version 3.11 -q -o requirements.txt
	$(BIN)/uv pip compile pyproject.toml --extra newsroom --extra dev --generate-hashes --no-emit-index-url --no-header --python-version 3.11 -q -o requirements-dev.txt

clean:
	rm -rf .venv build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/ready: requirements.txt pyproject.toml | .venv/bin/python
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/pip install -q --disable-pip-version-check --no-deps -e .
	@touch $@

.venv/ready-dev: requirements-dev.txt pyproject.toml | .venv/bin/python
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.txt
	$(BIN)/pip install -q --disable-pip-version-check --no-deps -e .
	@touch $@ .venv/ready
