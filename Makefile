# newscrawl: `make crawl` and `make test` need nothing but Python 3.11 (with venv and pip) and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
BENCH ?= ../shared/bench
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: help crawl test lint format bench-articles bench-metadata bench-dates bench-dedup bench-cleaning clean

help:
	@echo "make crawl                  crawl the sample web on loopback into output/"
	@echo "make crawl OUTLET=NAME      crawl a live outlet (see: $(BIN)/scrapy list)"
	@echo "make test                   run every test"
	@echo "make lint                   ruff and mypy"
	@echo "make bench-articles         quality and speed of extraction beside trafilatura"
	@echo "make bench-NAME             the same for metadata, dates, dedup, cleaning (BENCH=$(BENCH))"

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "newscrawl needs Python 3.11 or newer, found " + sys.version.split()[0])'
	$(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(VENV)/.base: $(VENV)/.made pyproject.toml constraints.txt
	$(PIP) install --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.base
	$(PIP) install --constraint constraints.txt --editable '.[test]'
	@touch $@

$(VENV)/.dev: $(VENV)/.test
	$(PIP) install --constraint constraints.txt --editable '.[test,dev]'
	@touch $@

$(VENV)/.bench: $(VENV)/.base
	$(PIP) install --constraint constraints.txt --editable '.[bench]'
	@touch $@

crawl: $(VENV)/.base
ifdef OUTLET
	$(BIN)/scrapy crawl $(OUTLET) $(ARGS)
else
	@$(BIN)/python -m tests.site.crawl $(ARGS)
endif

test: $(VENV)/.test
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile $(ARGS)

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/python -m mypy

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench-articles bench-metadata bench-dates bench-dedup bench-cleaning: bench-%: $(VENV)/.bench
	@test -e $(BENCH) || { echo "no benchmark data at $(BENCH): say where it is with BENCH=FOLDER"; exit 2; }
	$(BIN)/python bench/bench_$*.py $(BENCH) $(ARGS)

clean:
	rm -rf $(VENV) build *.egg-info .pytest_cache .mypy_cache .ruff_cache
