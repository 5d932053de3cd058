"""Days given as options."""

import datetime

from onrecord.cli.messages import Refused


def day(option: str, value: str | None) -> datetime.date | None:
    """The day that an option names; refused where it is none."""
    if value is None:
        return None
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise Refused(f"{option} takes a day such as 2031-10-15, not {value}.") from None
