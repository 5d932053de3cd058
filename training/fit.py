"""Fine-tunes the network. Each epoch leaves a checkpoint; the same command goes on from the last one."""

import math
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import torch
from torch.nn import functional

from onrecord.quotes.windows import WINDOW

from .examples import Example, Labelled, windows
from .network import Network


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """What was chosen on the last months of train; the figures stand in the model card."""

    epochs: int = 8
    batch_pieces: int = 3072
    encoder_rate: float = 1e-4
    head_rate: float = 1e-3
    warm_up: float = 0.06
    link_weight: float = 0.3
    averaging: float = 0.995  # exponential moving average of the weights
    seed: int = 0


def fit(base: Path, articles: Sequence[Labelled], folder: Path, options: Options) -> Network:
    """Trains, or goes on training, and gives the network with its averaged weights.

    `folder` holds `checkpoint.pt`, written after each epoch. bfloat16 where the processor has it.
    """
    torch.manual_seed(options.seed)
    network = Network(base)
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
        for batch in _batches(_cut(articles, options, epoch), options, epoch):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                outputs = network(*batch[:3])
            loss = _loss(outputs, *batch[3:], weight=options.link_weight)
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


def _batches(examples: Sequence[Example], options: Options, epoch: int) -> Iterator[tuple[torch.Tensor, ...]]:
    groups = _groups(examples, options)
    random.Random(options.seed * 1000 + epoch).shuffle(groups)
    for group in groups:
        yield _tensors([examples[number] for number in group])


def _tensors(examples: Sequence[Example]) -> tuple[torch.Tensor, ...]:
    """Ids, types and mask (batch, n); tags (batch, n), -100 where there is none; two link tables (batch, n, n)."""
    size = (len(examples), max(len(example.ids) for example in examples) + 2)
    ids, types, mask = (torch.zeros(size, dtype=torch.long) for _ in range(3))
    tags = torch.full(size, -100)
    to_cue, to_source = (torch.zeros((*size, size[1]), dtype=torch.bool) for _ in range(2))
    for row, example in enumerate(examples):
        count = len(example.ids)
        ids[row, 0], ids[row, count + 1] = 101, 102  # the start and end tokens of BERT's vocabulary
        ids[row, 1 : count + 1] = torch.from_numpy(example.ids)
        types[row, 1 : count + 1] = torch.from_numpy(example.quoted)
        mask[row, : count + 2] = 1
        tags[row, 1 : count + 1] = torch.from_numpy(example.tags)
        for table, links in ((to_cue, example.cue_links), (to_source, example.source_links)):
            for piece, head in links:
                table[row, piece, head] = True
    return ids, types, mask, tags, to_cue, to_source


def _loss(
    outputs: tuple[torch.Tensor, ...],
    tags: torch.Tensor,
    to_cue: torch.Tensor,
    to_source: torch.Tensor,
    *,
    weight: float,
) -> torch.Tensor:
    loss = functional.cross_entropy(outputs[0].float().flatten(0, 1), tags.flatten(), ignore_index=-100)
    for scores, table in ((outputs[1], to_cue), (outputs[2], to_source)):
        linked = table.any(-1)
        if linked.any():
            logs = scores[linked].float().log_softmax(-1).masked_fill(~table[linked], -math.inf)
            loss = loss - weight * logs.logsumexp(-1).mean()
    return loss
