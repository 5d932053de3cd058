"""Corrections by hand: made on an article, tied to its quotations again when spans move, and applied where asked for.

A correction stands beside the machine's answer (`Record.corrections`) and changes none of it. `corrected` gives the
record as the corrections have it; of those of one kind on one quotation the latest counts.
"""

from onrecord.corrections.applying import corrected
from onrecord.corrections.attaching import attached, unattached
from onrecord.corrections.completing import check, completed

__all__ = ["attached", "check", "completed", "corrected", "unattached"]
