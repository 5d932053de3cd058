"""The option --model, the same for every verb that reads articles."""

from collections.abc import Callable
from typing import Any, TypeVar, get_args

import click

from onrecord.model import TaggerModel

F = TypeVar("F", bound=Callable[..., Any])


def model_option(function: F) -> F:
    """Give a command the option --model."""
    return click.option(
        "--model",
        type=click.Choice(get_args(TaggerModel)),
        default="default",
        show_default=True,
        help="What finds the quotations: fast reads sooner, and a little less well.",
    )(function)
