# Everything a newcomer needs: `make demo`, `make test`. Needs git, make and Python >= 3.11; fetches the rest, checked by hash.
PYTHON ?= python3
UV := $(shell command -v uv 2>/dev/null || echo .uv/uv)
BIN := .venv/bin
export PYTHONUTF8 = 1
export UV_PYTHON_PREFERENCE = only-system
export UV_SYSTEM_CERTS ?= 1

.PHONY: help demo test check bench editor clean
.DEFAULT_GOAL := help

help:  ## list these targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/ \t/'

demo: $(BIN)/.synced  ## start the store, load the sample articles if it is empty, open the app on http://localhost:8501
	@$(BIN)/entente demo

test: $(BIN)/.synced  ## the whole test suite: real Neo4j, and a real browser where the machine has Chromium
	$(BIN)/pytest

check: $(BIN)/.synced  ## style, types and layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(BIN)/.synced  ## speed beside peers, in one run (installs the peers)
	$(UV) sync --frozen --quiet --group bench
	$(BIN)/python -m pytest tests/benchmarks -s --override-ini=norecursedirs= --timeout=3600

EDITOR := app/editor/vendor
editor:  ## bundle the query editor's library anew, byte for byte the same (needs Node and npm, which nothing else does)
	@work=$$(mktemp -d) && cp $(EDITOR)/recipe/* $$work && cd $$work && npm ci --ignore-scripts --no-audit --no-fund && npm run --silent bundle \
		&& cp codemirror.min.mjs $(CURDIR)/$(EDITOR)/codemirror-$$(node -p "require('./package.json').dependencies['@codemirror/view']").esm.min.mjs; \
		status=$$?; rm -rf $$work; exit $$status

$(BIN)/.synced: uv.lock pyproject.toml | $(UV)
	$(UV) sync --frozen --python "$$($(PYTHON) -c 'import sys; print(sys.executable)')"
	@touch $@

.uv/uv:
	$(PYTHON) .ci/bootstrap.py .uv

clean:  ## remove the environment (the store and its downloads stay)
	rm -rf .venv .uv
