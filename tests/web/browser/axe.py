"""axe-core over a page, and what it finds told in lines."""

from typing import Any

from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RUN = """async (options) => {
  const found = await axe.run(document, options);
  return found.violations.map((rule) => [rule.id, rule.help, rule.nodes.map((node) => node.html)]);
}"""


def violations(page: Page, *, only: list[str] | None = None) -> list[str]:
    """Each rule that the page breaks, with the first elements that do; `only` some rules, or all of WCAG 2.2 AA."""
    chosen = {"type": "rule", "values": only} if only else {"type": "tag", "values": RULES}
    # Evaluated by the debugger, whom the page's policy does not bind: the page itself stays as it is served.
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(AXE_FILE_PATH.read_text(encoding="utf-8"))
    options = {"runOnly": chosen, "resultTypes": ["violations"], "elementRef": False}
    found: list[Any] = page.evaluate(_RUN, options)
    return [f"{id}: {help}: {' '.join(html[:300] for html in nodes[:3])}" for id, help, nodes in found]
