# One verb a task, the same here and in CI. Each sets up what it needs: Python 3.11 or newer and make are enough.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP_INSTALL = bin/python -m pip install --quiet --disable-pip-version-check

.PHONY: help demo test lint bench docs screenshots train clean
.DELETE_ON_ERROR:

help: ## say what there is
	@sed -n 's/^\([a-z]*\):.*## /  make \1  	/p' Makefile

demo: $(VENV)/.installed ## read the example articles, check and trace them, and say which pages to open
	@mkdir -p demo-out
	@$(BIN)/onrecord read examples/articles/courier.txt
	@echo
	@# 3: one example is in French on purpose, and is answered with a failure that says so
	@rm -f demo-out/speakers.jsonl
	@$(BIN)/onrecord read examples/articles --format jsonl --output demo-out/quotations.jsonl \
		--register demo-out/speakers.jsonl 2>/dev/null || [ $$? -eq 3 ]
	@echo "Who speaks in all the example articles, with the other spellings of their names:"
	@echo
	@$(BIN)/onrecord register list demo-out/speakers.jsonl
	@echo
	@$(BIN)/onrecord read examples/articles --format html --output demo-out/index.html || [ $$? -eq 3 ]
	@echo
	@echo "Do the words match their source? One of them beside the briefing's transcript and the mayor's address:"
	@echo
	@$(BIN)/onrecord check examples/articles/courier.txt --against examples/documents
	@echo
	@$(BIN)/onrecord check examples/articles --against examples/documents --against examples/articles/wire.txt \
		--format html --output demo-out/check.html 2>/dev/null || [ $$? -eq 3 ]
	@echo "Who printed it first, and what became of it? A ledger of all of them, one speaker's record, one sentence's way:"
	@echo
	@rm -f demo-out/bridge.db
	@$(BIN)/onrecord add examples/documents --documents --ledger demo-out/bridge.db 2>/dev/null
	@$(BIN)/onrecord add examples/articles --check --ledger demo-out/bridge.db 2>/dev/null || [ $$? -eq 3 ]
	@$(BIN)/onrecord who Vehl --ledger demo-out/bridge.db 2>/dev/null
	@echo
	@$(BIN)/onrecord trace "do not know how to keep a timetable themselves" --ledger demo-out/bridge.db \
		--svg demo-out/trace.svg 2>/dev/null
	@echo
	@echo "Open in a browser:"
	@echo
	@echo "    demo-out/index.html    all the example articles, with who said what"
	@echo "    demo-out/check.html    their quotations beside the transcripts, with every difference marked"
	@echo "    demo-out/trace.svg     one sentence from the address to its last reprint"
	@echo
	@echo "The same as data: demo-out/quotations.jsonl, demo-out/speakers.jsonl, demo-out/bridge.db. Your own article:"
	@echo "    $(BIN)/onrecord read FILE        $(BIN)/onrecord check FILE --against TRANSCRIPTS"
	@echo "All of it as pages in a browser:"
	@echo "    $(BIN)/onrecord serve --ledger demo-out/bridge.db"

test: $(VENV)/.dev ## run the tests; ARGS="-k marks" chooses
	@$(BIN)/pytest $(ARGS)

lint: $(VENV)/.dev ## style, types and the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv-bench/.made ## how fast it is, beside others; DATA=folder of PolNeAR, SET=of "onrecord eval check --make", FAMILIES=of "eval families --make"
	.venv-bench/bin/python benchmarks/startup.py
	.venv-bench/bin/python benchmarks/speed.py $(DATA)
	.venv-bench/bin/python benchmarks/checking.py $(SET)
	.venv-bench/bin/python -m benchmarks.families 100000 --recall 20000
	.venv-bench/bin/python -m benchmarks.minhash $(FAMILIES)

docs: $(VENV)/.dev ## write the generated pages of docs/ anew
	$(BIN)/python -m onrecord.cli.reference docs

screenshots: $(VENV)/.dev ## take the pictures of docs/pictures anew, in Chromium
	$(BIN)/python -m tools.screenshots docs/pictures $(ARGS)

train: .venv-train/.made ## make the shipped weights anew from PolNeAR: make train DATA=folder; run again to resume
	@test -n "$(DATA)" || { echo "say where PolNeAR lies:  make train DATA=folder  (docs/benchmarks.md says where to get it)"; exit 2; }
	.venv-train/bin/python -m training --data "$(DATA)" $(ARGS)
	.venv-train/bin/python -m training.speakers --data "$(DATA)"
	.venv-train/bin/python -m training.linkage
	.venv-train/bin/python -m training.sentences

clean: ## remove what the other verbs made, but not the weights
	rm -rf .venv .venv-bench .venv-train demo-out dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# The stamp files: an environment is made once, and filled again when pyproject.toml changes.

%/.venv-made:
	@tools/make-venv "$(PYTHON)" "$*"
	@$*/$(PIP_INSTALL) --upgrade "pip>=25.1"
	@touch $@

$(VENV)/.installed: pyproject.toml | $(VENV)/.venv-made
	@echo "Setting up $(VENV) (once) ..."
	@$(VENV)/$(PIP_INSTALL) --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml | $(VENV)/.venv-made
	@echo "Setting up $(VENV) for development (once) ..."
	@$(VENV)/$(PIP_INSTALL) --editable . --group dev
	@touch $@ $(VENV)/.installed

.venv-bench/.made: pyproject.toml | .venv-bench/.venv-made
	@.venv-bench/$(PIP_INSTALL) --editable . --group bench
	@touch $@

.venv-train/.made: pyproject.toml | .venv-train/.venv-made
	@.venv-train/$(PIP_INSTALL) --editable . --group train
	@touch $@
