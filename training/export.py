"""Writes the trained network as the package ships it: ONNX, eight-bit weights, and its vocabulary."""

import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

from .network import Network


def export(network: Network, tokenizer: Tokenizer, folder: Path) -> None:
    """Writes `tagger.onnx` (int8, dynamic activations) and `tokenizer.json` into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    example = torch.ones((2, 16), dtype=torch.long)
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "plain.onnx"
        torch.onnx.export(
            network,
            (example, torch.zeros_like(example), example),
            str(plain),
            input_names=["input_ids", "token_type_ids", "attention_mask"],
            output_names=["tags", "to_cue", "to_source"],
            dynamic_axes={
                name: {0: "batch", 1: "pieces"}
                for name in ("input_ids", "token_type_ids", "attention_mask", "tags")
            }
            | {name: {0: "batch", 1: "pieces", 2: "heads"} for name in ("to_cue", "to_source")},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(plain, folder / "tagger.onnx", weight_type=QuantType.QInt8, per_channel=True)
    print(
        f"wrote {folder / 'tagger.onnx'}: {(folder / 'tagger.onnx').stat().st_size / 1e6:.1f} MB", flush=True
    )
