"""Which site an address is of, and the address of an article that was fetched."""

import pytest

from onrecord.model import Article, Original
from onrecord.read.site import is_same_site, placed


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://courier.example/a", "http://www.courier.example/b", True),
        ("https://m.courier.example/a", "https://amp.courier.example:443/b", True),
        ("https://uk.courier.example/a", "https://www.courier.example/a", True),
        ("https://COURIER.example/a", "https://courier.example/a", True),
        ("https://courier.example/", "https://thecourier.example/", False),
        ("https://courier.example/", "https://courier.example.gazette.example/", False),
        ("https://example/", "https://courier.example/", False),
        ("https://[::g/", "https://courier.example/", False),
        ("", "", False),
    ],
)
def test_two_addresses_are_of_one_site_or_not(one: str, other: str, same: bool) -> None:
    assert is_same_site(one, other) == same
    assert is_same_site(other, one) == same


ADDRESS = "https://courier.example/bridge?page=2"


@pytest.mark.parametrize(
    ("says", "url", "original"),
    [
        (None, ADDRESS, None),
        ("https://www.courier.example/bridge", "https://www.courier.example/bridge", None),
        ("https://gazette.example/quay", ADDRESS, Original(url="https://gazette.example/quay")),
    ],
)
def test_a_page_has_its_own_address_on_its_own_site_only(
    says: str | None, url: str, original: Original | None
) -> None:
    article = placed(Article(url=says), ADDRESS)
    assert (article.url, article.original) == (url, original)


def test_what_a_page_says_of_its_original_stands() -> None:
    said = Original(outlet="The Gazette", url="https://gazette.example/first")
    article = placed(Article(url="https://gazette.example/second", original=said), ADDRESS)
    assert article.original == said
