"""Words as vectors by what they mean: a question about "the ferry" finds words that speak of "a boat"."""

from onrecord.meaning.encoder import DIMENSIONS, MODEL, Encoder, shared_encoder

__all__ = ["DIMENSIONS", "MODEL", "Encoder", "shared_encoder"]
