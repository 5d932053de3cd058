"""One page that needs nothing else: the article, its quotations by speaker, and who said each in the margin."""

from onrecord.formats.html.page import to_html, write_html

__all__ = ["to_html", "write_html"]
