"""The stages of training, each resumed by the same command: the tagger, then the fast one, which learns from it;
before them, if asked for, two teachers."""

import argparse
from pathlib import Path

import torch
from msgspec.structs import replace
from tokenizers import Tokenizer

from onrecord.quotes.tagger import FILES

from .bases import student_base, teacher_base
from .examples import labelled, windows
from .export import export
from .fit import Options, batches, fit
from .network import Network
from .slimming import slim
from .teacher import teach

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "onrecord" / "quotes" / "weights"
# The teachers: a large network, and one of the student's size.
LARGE = Options(epochs=3, encoder_rate=5e-5, head_rate=5e-4)
SMALL = Options(epochs=6, seed=1)
STUDENT = Options()
FAST = Options(epochs=7)
FAST_LAYERS, FAST_NEURONS = 3, 512
SAMPLE = 40  # one article of so many shows what the products of a network are given


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
    parser.add_argument(
        "--fast", action=argparse.BooleanOptionalAction, default=True, help="make the fast tagger too"
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
    sample = [
        batch.given
        for batch in batches([part for one in articles[::SAMPLE] for part in windows(one)], STUDENT, 0)
    ]
    options.out.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(options.out / "tokenizer.json"), pretty=False)
    export(student, options.out / FILES["default"], sample)

    if options.fast:
        articles = teach([student], articles, options.work / "fast")
        small = slim(student, sample, layers=FAST_LAYERS, neurons=FAST_NEURONS)
        small = fit(small, articles, options.work / "fast", FAST)
        export(small, options.out / FILES["fast"], sample)


def _network(base: Path, options: Options) -> Network:
    """A network whose heads start from the options' seed."""
    torch.manual_seed(options.seed)
    return Network(base)


if __name__ == "__main__":
    main()
