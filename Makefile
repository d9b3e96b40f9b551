# Every target sets up what it needs. PYTHON may name another interpreter (3.11 or newer).
PYTHON ?= python3
VENV := .venv
# Tests that go over whole documents of every type: counting their lines would double their time and find none more.
WHOLE := tests/attack tests/properties tests/office tests/hostile tests/layouts tests/market tests/portfolio tests/validity \
	$(addprefix tests/,annotating/test_copies.py annotating/test_picture_pages.py batch/test_pool.py blind/test_planted.py \
	cli/test_demo.py cli/test_score_many.py derive/test_derivation.py packets/test_packet_files.py \
	reading/test_nothing_dropped.py test_hash_seeds.py test_illustrating.py test_quotes.py test_wheel.py)
BIN := $(VENV)/bin

.PHONY: demo test check bench oracles validity lock clean

demo: $(VENV)/ready
	$(BIN)/showproof demo

test: $(VENV)/ready
	$(BIN)/pytest -n auto $(WHOLE)
	$(BIN)/pytest -n auto $(WHOLE:%=--ignore=%) --cov --cov-report=term --cov-fail-under=95

check: $(VENV)/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tests.house.docs

validity: $(VENV)/ready
	$(BIN)/python -m tests.validity

# The statistics against other packages, which are heavy and needed for nothing else.
oracles: $(VENV)/oracles-ready
	$(BIN)/pytest tests/calibration -m oracle

bench: $(VENV)/bench-ready
	$(BIN)/python -m bench

# The lock holds hashes and no index address; --no-build-isolation takes the build tools from the lock too.
$(VENV)/ready: requirements-dev.txt pyproject.toml hatch_build.py
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/oracles-ready: $(VENV)/ready requirements-oracles.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-oracles.txt
	touch $@

$(VENV)/bench-ready: $(VENV)/ready requirements-bench.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-bench.txt
	touch $@

lock:
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --quiet --output-file requirements-dev.txt
	uv pip compile pyproject.toml --group dev --group bench --universal --python-version 3.11 --generate-hashes --no-emit-index-url --quiet --output-file requirements-bench.txt
	uv pip compile pyproject.toml --group dev --group oracles --universal --python-version 3.11 --generate-hashes --no-emit-index-url --quiet --output-file requirements-oracles.txt

clean:
	rm -rf $(VENV) dist build showproof-demo .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage htmlcov
