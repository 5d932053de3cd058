"""Writes a trained network as the package ships it: ONNX, with eight-bit weights."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from .network import Network
from .slimming import Given, smooth


def export(network: Network, path: Path, windows: Sequence[Given]) -> None:
    """Writes a network that reads one window at a time, int8 with dynamic activations.

    `windows` show what its products are given.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    example = torch.ones((1, 16), dtype=torch.long)
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "plain.onnx"
        torch.onnx.export(
            smooth(network, windows),
            (example, torch.zeros_like(example)),
            str(plain),
            input_names=["input_ids", "token_type_ids"],
            output_names=["tags", "to_cue", "to_source"],
            dynamic_axes={name: {1: "pieces"} for name in ("input_ids", "token_type_ids", "tags")}
            | {name: {1: "pieces", 2: "heads"} for name in ("to_cue", "to_source")},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(plain, path, weight_type=QuantType.QInt8, per_channel=True)
        _bound(path, plain)
    print(f"wrote {path}: {path.stat().st_size / 1e6:.1f} MB", flush=True)


def _bound(path: Path, plain: Path) -> None:
    """Rounds the weights of every eight-bit product anew, from the network before it was quantised."""
    model, exact = onnx.load(path), onnx.load(plain)
    weights = {one.name: numpy_helper.to_array(one) for one in exact.graph.initializer}
    kept = {one.name: one for one in model.graph.initializer}
    for node in model.graph.node:
        if node.op_type == "MatMulInteger":
            name = node.input[1].removesuffix("_quantized")
            rounded, scale = bounded(weights[name])
            kept[node.input[1]].CopyFrom(numpy_helper.from_array(rounded, node.input[1]))
            kept[f"{name}_scale"].CopyFrom(numpy_helper.from_array(scale, f"{name}_scale"))
    onnx.save(model, path)


def bounded(weight: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Weights (inputs, outputs) in eight bits, and the scale of each output.

    Two neighbouring products never add up to more than 16 bits hold: processors without instructions of their own for
    eight-bit products cut off what is larger, and would say something else than the others.
    """
    inputs, outputs = weight.shape
    pairs = np.pad(weight, ((0, inputs % 2), (0, 0))).reshape(-1, 2, outputs)
    most = np.maximum(pairs.clip(min=0).sum(axis=1), -pairs.clip(max=0).sum(axis=1)).max(axis=0)
    scale = (
        (most / 127).clip(min=1e-12).astype(np.float32)
    )  # rounding adds one at most, and 255 * 128 < 2**15
    return np.rint(weight / scale).astype(np.int8), scale
