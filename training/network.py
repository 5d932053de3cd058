"""The tagger's network: a small encoder, a tag for each word piece, and two link scores between pieces."""

import math
from pathlib import Path

import torch
from torch import nn
from transformers import AutoModel

from onrecord.quotes.windows import END, START

# Tag logits (batch, n, 7) and two link logits (batch, n, n), as `Network` gives them.
Scores = tuple[torch.Tensor, torch.Tensor, torch.Tensor]
TAGS = 7  # O, then B and I of source, cue and content
LINK = 128  # width of the space in which links are scored


class Network(nn.Module):
    """Gives tag logits (batch, n, 7) and two link logits (batch, n, n): which cue a piece of source or content
    belongs to, and which source a piece of a cue has. Position 0 is the start token: nothing to link to.

    Pieces are numbered as in BERT's vocabulary, whatever the encoder; the token type says which pieces stand in
    quotation marks.
    """

    def __init__(self, base: Path) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(base, add_pooling_layer=False, attn_implementation="eager")
        width = self.encoder.config.hidden_size
        if self.encoder.config.model_type == "mpnet":
            self.quoted = nn.Embedding(2, width)
            nn.init.zeros_(self.quoted.weight)
        else:
            with torch.no_grad():  # the second type was never fine-tuned: start from the first
                types = self.encoder.embeddings.token_type_embeddings.weight
                types[1] = types[0] + 0.1 * types[1]
        self.dropout = nn.Dropout(0.1)
        self.tags = nn.Linear(width, TAGS)
        self.links = nn.Linear(width, 4 * LINK)

    def forward(
        self,
        input_ids: torch.Tensor,
        token_type_ids: torch.Tensor,
        attention_mask: torch.Tensor | None = None,
    ) -> Scores:
        """`attention_mask` is 0 where windows are filled up to the longest one."""
        if self.encoder.config.model_type == "mpnet":
            words = self.encoder.embeddings.word_embeddings(_mpnet_ids(input_ids))
            given = {"inputs_embeds": words + self.quoted(token_type_ids)}
        else:
            given = {"input_ids": input_ids, "token_type_ids": token_type_ids}
        hidden = self.dropout(self.encoder(**given, attention_mask=attention_mask).last_hidden_state)
        to_cue, cue, to_source, source = self.links(hidden).split(LINK, dim=-1)
        scale = 1 / math.sqrt(LINK)
        links = to_cue @ cue.transpose(1, 2) * scale, to_source @ source.transpose(1, 2) * scale
        if attention_mask is not None:
            filled = (1 - attention_mask[:, None, :].to(hidden.dtype)) * -10000.0
            links = links[0] + filled, links[1] + filled
        return self.tags(hidden), *links


def _mpnet_ids(ids: torch.Tensor) -> torch.Tensor:
    """MPNet's vocabulary is BERT's behind four tokens of its own, of which it starts, pads and ends with these."""
    return torch.where(ids == 0, 1, torch.where(ids == START, 0, torch.where(ids == END, 2, ids + 4)))
