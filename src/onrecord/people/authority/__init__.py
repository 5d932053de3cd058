"""Authority files: known people and organisations that the register's speakers are linked to."""

from onrecord.people.authority.file import Authority, Problem, Redirect, load_authorities, to_line
from onrecord.people.authority.linking import Authorities, Link

__all__ = ["Authorities", "Authority", "Link", "Problem", "Redirect", "load_authorities", "to_line"]
