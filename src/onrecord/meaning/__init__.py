"""Words as vectors by what they mean, so that "what did she say about the ferry" finds words that do not say "ferry"."""

from onrecord.meaning.encoder import DIMENSIONS, MODEL, Encoder, shared_encoder

__all__ = ["DIMENSIONS", "MODEL", "Encoder", "shared_encoder"]
