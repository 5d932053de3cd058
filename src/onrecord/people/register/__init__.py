"""The register: who is who across articles, under every spelling, with the reason for each merge and a way back."""

from onrecord.people.register.register import Entry, Likely, Merge, Naming, Register, naming_key

__all__ = ["Entry", "Likely", "Merge", "Naming", "Register", "naming_key"]
