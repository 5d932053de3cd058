"""The stages of training, each resumed by the same command: fit, export; before them, if asked for, two teachers."""

import argparse
from pathlib import Path

import torch
from msgspec.structs import replace
from tokenizers import Tokenizer

from .bases import student_base, teacher_base
from .examples import labelled
from .export import export
from .fit import Options, fit
from .network import Network
from .teacher import teach

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "onrecord" / "quotes" / "weights"
# The teachers: a large network, and one of the student's size.
LARGE = Options(epochs=3, encoder_rate=5e-5, head_rate=5e-4)
SMALL = Options(epochs=6, seed=1)
STUDENT = Options()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="PolNeAR: train/text and train/attributions")
    parser.add_argument("--work", type=Path, default=Path(".cache/training"), help="checkpoints")
    parser.add_argument("--out", type=Path, default=PACKAGE, help="where the weights go")
    parser.add_argument("--since", default="2016-09-01", help="train articles from this date on are kept out")
    parser.add_argument("--epochs", type=int, default=STUDENT.epochs, help="of the small network")
    parser.add_argument(
        "--teachers", action="store_true", help="learn from two teachers beside the annotators"
    )
    options = parser.parse_args()

    base = student_base()
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    articles = list(labelled(options.data, tokenizer, since=options.since))
    print(f"{len(articles)} articles, {sum(len(one.tags) for one in articles)} word pieces", flush=True)

    if options.teachers:
        teachers = [
            fit(_network(teacher_base(options.work), LARGE), articles, options.work / "large", LARGE),
            fit(_network(base, SMALL), articles, options.work / "small", SMALL),
        ]
        articles = teach(teachers, articles, options.work)
        del teachers
    student = _network(base, STUDENT)
    student = fit(student, articles, options.work / "student", replace(STUDENT, epochs=options.epochs))
    export(student, tokenizer, options.out)


def _network(base: Path, options: Options) -> Network:
    """A network whose heads start from the options' seed."""
    torch.manual_seed(options.seed)
    return Network(base)


if __name__ == "__main__":
    main()
