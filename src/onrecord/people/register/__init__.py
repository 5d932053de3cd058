"""The register: who is who across articles, under every spelling, with the reason for each merge and a way back."""

from onrecord.people.register.entries import Entry, Merge, Naming, naming_key
from onrecord.people.register.register import Likely, Register

__all__ = ["Entry", "Likely", "Merge", "Naming", "Register", "naming_key"]
