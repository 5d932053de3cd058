"""The tagger's network: a small encoder, a tag for each word piece, and two link scores between pieces."""

import math
from pathlib import Path

import torch
from torch import nn
from transformers import AutoModel

TAGS = 7  # O, then B and I of source, cue and content
LINK = 128  # width of the space in which links are scored


class Network(nn.Module):
    """Gives tag logits (batch, n, 7) and two link logits (batch, n, n): which cue a piece of source or content
    belongs to, and which source a piece of a cue has. Position 0 is the start token: nothing to link to.

    The encoder's second token type says which pieces stand in quotation marks.
    """

    def __init__(self, base: Path) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(base, add_pooling_layer=False, attn_implementation="eager")
        width = self.encoder.config.hidden_size
        with torch.no_grad():  # the second type was never fine-tuned: start from the first
            types = self.encoder.embeddings.token_type_embeddings.weight
            types[1] = types[0] + 0.1 * types[1]
        self.dropout = nn.Dropout(0.1)
        self.tags = nn.Linear(width, TAGS)
        self.links = nn.Linear(width, 4 * LINK)

    def forward(
        self, input_ids: torch.Tensor, token_type_ids: torch.Tensor, attention_mask: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        hidden = self.encoder(
            input_ids=input_ids, token_type_ids=token_type_ids, attention_mask=attention_mask
        ).last_hidden_state
        hidden = self.dropout(hidden)
        to_cue, cue, to_source, source = self.links(hidden).split(LINK, dim=-1)
        scale = 1 / math.sqrt(LINK)
        padding = (1 - attention_mask[:, None, :].to(hidden.dtype)) * -10000.0
        return (
            self.tags(hidden),
            to_cue @ cue.transpose(1, 2) * scale + padding,
            to_source @ source.transpose(1, 2) * scale + padding,
        )
