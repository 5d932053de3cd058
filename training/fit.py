"""Fine-tunes the network. Each epoch leaves a checkpoint; the same command goes on from the last one."""

import math
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import torch
from torch.nn import functional

from onrecord.quotes.windows import END, START, WINDOW

from .examples import Example, Labelled, Lesson, windows
from .network import TAGS, Network, Scores


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """What was chosen on the last months of train; the figures stand in the model card."""

    epochs: int = 8
    batch_pieces: int = 3072
    encoder_rate: float = 1e-4
    head_rate: float = 1e-3
    warm_up: float = 0.06
    link_weight: float = 0.3
    lesson_weight: float = 0.7  # of what teachers say, beside the annotators
    temperature: float = 2.0  # at which their tags are taught
    averaging: float = 0.995  # exponential moving average of the weights
    seed: int = 0


def fit(network: Network, articles: Sequence[Labelled], folder: Path, options: Options) -> Network:
    """Trains, or goes on training, and gives the network with its averaged weights.

    `folder` holds `checkpoint.pt`, written after each epoch. bfloat16 where the processor has it.
    """
    autocast = autocasting()
    average = {name: value.detach().clone() for name, value in network.state_dict().items()}
    optimiser, schedule = _optimiser(network, options, len(_groups(_cut(articles, options, 0), options)))
    checkpoint, first = folder / "checkpoint.pt", 0
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        network.load_state_dict(state["network"])
        optimiser.load_state_dict(state["optimiser"])
        schedule.load_state_dict(state["schedule"])
        average, first = state["average"], state["epoch"]
    for epoch in range(first, options.epochs):
        torch.manual_seed(options.seed + epoch)
        started, total, steps = time.time(), 0.0, 0
        network.train()
        for batch in batches(_cut(articles, options, epoch), options, epoch):
            with autocast:
                scores = network(*batch.given)
            loss = _loss(scores, batch, options)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            _update(average, network, options.averaging)
            total, steps = total + loss.item(), steps + 1
            if steps % 50 == 0:
                print(f"  {steps} steps, loss {total / steps:.3f}, {time.time() - started:.0f} s", flush=True)
        print(f"epoch {epoch + 1}: loss {total / steps:.4f}, {time.time() - started:.0f} s", flush=True)
        folder.mkdir(parents=True, exist_ok=True)
        state = {
            "network": network.state_dict(),
            "optimiser": optimiser.state_dict(),
            "schedule": schedule.state_dict(),
            "average": average,
            "epoch": epoch + 1,
        }
        torch.save(state, folder / "checkpoint.tmp")
        (folder / "checkpoint.tmp").replace(checkpoint)
    network.load_state_dict(average)
    return network.eval()


def autocasting() -> torch.autocast:
    """Half the bits where the processor multiplies them itself; where it does not, they take fifty times as long."""
    capable = torch.cpu.get_capabilities()
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=bool(capable.get("avx512_bf16")))


def _optimiser(
    network: Network, options: Options, batches: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    heads = [value for name, value in network.named_parameters() if not name.startswith("encoder")]
    optimiser = torch.optim.AdamW(
        [
            {"params": network.encoder.parameters(), "lr": options.encoder_rate},
            {"params": heads, "lr": options.head_rate},
        ],
        weight_decay=0.01,
    )
    steps = options.epochs * batches

    def rate(step: int) -> float:
        return min(1.0, (step + 1) / (options.warm_up * steps)) * max(0.0, 1 - step / steps)

    return optimiser, torch.optim.lr_scheduler.LambdaLR(optimiser, rate)


def _update(average: dict[str, torch.Tensor], network: Network, decay: float) -> None:
    with torch.no_grad():
        for name, value in network.state_dict().items():
            if value.is_floating_point():
                average[name].lerp_(value, 1 - decay)
            else:
                average[name].copy_(value)


def _groups(examples: Sequence[Example], options: Options) -> list[list[int]]:
    """Windows of like length together, so that little is spent on padding."""
    order = sorted(range(len(examples)), key=lambda number: (len(examples[number].ids), number))
    groups: list[list[int]] = [[]]
    for number in order:
        if groups[-1] and (len(groups[-1]) + 1) * (len(examples[number].ids) + 2) > options.batch_pieces:
            groups.append([])
        groups[-1].append(number)
    return groups


def _cut(articles: Sequence[Labelled], options: Options, epoch: int) -> list[Example]:
    """The windows of an epoch."""
    dice = random.Random(options.seed * 1000 + epoch)
    return [window for article in articles for window in windows(article, first=dice.randrange(WINDOW))]


# What teachers say: tags (batch, n, 7), heads (2, batch, n, k) and shares (2, batch, n, k), as in `Lesson`.
Told = tuple[torch.Tensor, torch.Tensor, torch.Tensor]


class Batch(NamedTuple):
    """Windows as tensors: ids, types and mask (batch, n); tags (batch, n), -100 where there is none; two link tables
    (batch, n, n); and what teachers say of them, if any do."""

    given: tuple[torch.Tensor, torch.Tensor, torch.Tensor]
    tags: torch.Tensor
    links: tuple[torch.Tensor, torch.Tensor]
    lesson: Told | None


def batches(examples: Sequence[Example], options: Options, epoch: int) -> Iterator[Batch]:
    groups = _groups(examples, options)
    random.Random(options.seed * 1000 + epoch).shuffle(groups)
    for group in groups:
        yield _batch([examples[number] for number in group])


def _batch(examples: Sequence[Example]) -> Batch:
    size = (len(examples), max(len(example.ids) for example in examples) + 2)
    ids, types, mask = (torch.zeros(size, dtype=torch.long) for _ in range(3))
    tags = torch.full(size, -100)
    to_cue, to_source = (torch.zeros((*size, size[1]), dtype=torch.bool) for _ in range(2))
    for row, example in enumerate(examples):
        count = len(example.ids)
        ids[row, 0], ids[row, count + 1] = START, END
        ids[row, 1 : count + 1] = torch.from_numpy(example.ids)
        types[row, 1 : count + 1] = torch.from_numpy(example.quoted)
        mask[row, : count + 2] = 1
        tags[row, 1 : count + 1] = torch.from_numpy(example.tags)
        for table, links in ((to_cue, example.cue_links), (to_source, example.source_links)):
            for piece, head in links:
                table[row, piece, head] = True
    lessons = [example.lesson for example in examples if example.lesson is not None]
    return Batch((ids, types, mask), tags, (to_cue, to_source), _lessons(lessons, size) if lessons else None)


def _lessons(lessons: Sequence[Lesson], size: tuple[int, int]) -> Told:
    kept = lessons[0].heads.shape[-1]
    tags = torch.zeros((*size, TAGS))
    heads = torch.zeros((2, *size, kept), dtype=torch.long)
    shares = torch.zeros((2, *size, kept))
    for row, lesson in enumerate(lessons):
        inside = slice(1, 1 + len(lesson.tags))
        tags[row, inside] = torch.from_numpy(lesson.tags.astype("float32"))
        heads[:, row, inside] = torch.from_numpy(lesson.heads.astype("int64"))
        shares[:, row, inside] = torch.from_numpy(lesson.shares.astype("float32"))
    return tags, heads, shares


def _loss(scores: Scores, batch: Batch, options: Options) -> torch.Tensor:
    """What the annotators marked, and what teachers say of the same pieces."""
    hard = 1.0 if batch.lesson is None else 1 - options.lesson_weight
    loss = hard * functional.cross_entropy(
        scores[0].float().flatten(0, 1), batch.tags.flatten(), ignore_index=-100
    )
    for links, table in zip(scores[1:], batch.links, strict=True):
        linked = table.any(-1)
        if linked.any():
            logs = links[linked].float().log_softmax(-1).masked_fill(~table[linked], -math.inf)
            loss = loss - hard * options.link_weight * logs.logsumexp(-1).mean()
    if batch.lesson is not None:
        loss = loss + options.lesson_weight * _missed(scores, batch, batch.lesson, options)
    return loss


def _missed(scores: Scores, batch: Batch, lesson: Told, options: Options) -> torch.Tensor:
    """How far scores are from what teachers say."""
    tags, heads, shares = lesson
    known = batch.tags != -100
    warm = options.temperature
    loss = warm**2 * functional.kl_div(
        (scores[0][known].float() / warm).log_softmax(-1),
        (tags[known] / warm).log_softmax(-1),
        log_target=True,
        reduction="batchmean",
    )
    for number, (links, table) in enumerate(zip(scores[1:], batch.links, strict=True)):
        linked = table.any(-1)
        if linked.any():
            logs = links[linked].float().log_softmax(-1).gather(-1, heads[number][linked])
            loss = loss - options.link_weight * (shares[number][linked] * logs).sum(-1).mean()
    return loss
