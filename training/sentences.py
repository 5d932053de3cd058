"""Writes the sentence encoder of the search by meaning: the base encoder as it is, pooled, in eight-bit weights.

Nothing is trained: `python -m training.sentences` turns the pinned base into the form that the package ships.
"""

import argparse
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import nn
from transformers import AutoModel

from .bases import student_base

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "onrecord" / "meaning" / "weights"


class Sentences(nn.Module):
    """The mean of a text's word pieces, padding aside, at length 1: (batch, 384)."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(base, add_pooling_layer=False, attn_implementation="eager")

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        hidden = self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        weight = attention_mask[:, :, None].to(hidden.dtype)
        return nn.functional.normalize((hidden * weight).sum(1) / weight.sum(1), dim=1)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.sentences", description=__doc__)
    parser.add_argument("--out", type=Path, default=PACKAGE, help="where the weights go")
    out: Path = parser.parse_args().out
    base = student_base()
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    out.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(out / "tokenizer.json"), pretty=False)
    example = torch.ones((2, 16), dtype=torch.long)
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "plain.onnx"
        names = ["input_ids", "attention_mask"]
        torch.onnx.export(
            Sentences(base).eval(),
            (example, example),
            str(plain),
            input_names=names,
            output_names=["vectors"],
            dynamic_axes={name: {0: "batch", 1: "pieces"} for name in names} | {"vectors": {0: "batch"}},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(plain, out / "encoder.onnx", weight_type=QuantType.QInt8, per_channel=True)
    print(f"wrote {out / 'encoder.onnx'}: {(out / 'encoder.onnx').stat().st_size / 1e6:.1f} MB", flush=True)


if __name__ == "__main__":
    main()
