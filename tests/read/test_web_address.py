"""Web addresses: the one form of those that may be asked for, and what is said of the others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import NotFetched
from onrecord.read.web_address import LONGEST_ADDRESS, read_web_address


@pytest.mark.parametrize(
    ("given", "form"),
    [
        ("http://courier.example", "http://courier.example"),
        ("HTTPS://Courier.EXAMPLE/Bridge?a=1&b=2", "https://courier.example/Bridge?a=1&b=2"),
        ("https://courier.example:443/", "https://courier.example/"),
        ("http://courier.example./bridge", "http://courier.example/bridge"),
        ("https://courier.example/bridge#comments", "https://courier.example/bridge"),
        ("https://brücke.example/ä ü", "https://xn--brcke-lva.example/%C3%A4%20%C3%BC"),
        ("https://xn--brcke-lva.example/", "https://xn--brcke-lva.example/"),
        ("https://a_b-c.example/", "https://a_b-c.example/"),
        ("http://127.0.0.1/", "http://127.0.0.1/"),
        ("http://127.0.0.1./", "http://127.0.0.1/"),
        ("http://[2606:4700::1111]/", "http://[2606:4700::1111]/"),
        ("http://localhost/", "http://localhost/"),
        ("http://3com.example/", "http://3com.example/"),
    ],
)
def test_an_address_has_one_form(given: str, form: str) -> None:
    assert str(read_web_address(given)) == form


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("", "only http and https"),
        ("courier.example/bridge", "only http and https"),
        ("//courier.example/", "only http and https"),
        ("ftp://courier.example/", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("gopher://courier.example/", "only http and https"),
        ("javascript:alert(1)", "only http and https"),
        ("http://", "names no site"),
        ("http:///bridge", "names no site"),
        ("http:courier.example", "names no site"),
        ("https://./", "names no site"),
        ("https://.courier.example/", "names no site"),
        ("https://courier..example/", "names no site"),
        ("https://courier.example../", "names no site"),
        ("https://cou rier.example/", "names no site"),
        ("https://cou%72ier.example/", "names no site"),
        ("https://" + "a" * 64 + ".example/", "names no site"),
        ("https://" + "a." * 126 + "example/", "names no site"),
        ("http://2130706433/", "names no site"),
        ("http://0x7f000001/", "names no site"),
        ("http://0x7f.1/", "names no site"),
        ("http://127.1/", "names no site"),
        ("http://017700000001/", "names no site"),
        ("http://127.0.0.0x1/", "names no site"),
        ("http://127.0.0.1.1/", "names no site"),
        ("http://courier.1/", "names no site"),
        ("http://0177.0.0.1/", "no web address"),
        ("http://256.0.0.1/", "no web address"),
        ("http://１２７.0.0.1/", "no web address"),
        ("http://①②.example/", "no web address"),
        ("http://[::1/", "no web address"),
        ("http://[::g]/", "no web address"),
        ("http://courier.example/\n", "no web address"),
        ("http://courier.example:port/", "no web address"),
        ("https://quill:secret@courier.example/", "password"),
        ("https://quill@courier.example/", "password"),
        ("https://courier.example\\@127.0.0.1/", "password"),
        ("https://courier.example:22/", "port 22 is not fetched from, only 80 and 443"),
        ("https://courier.example:8443/", "port 8443"),
        ("https://courier.example:0/", "port 0"),
        ("https://courier.example/" + "a" * LONGEST_ADDRESS, "longer"),
    ],
)
def test_another_is_refused_with_the_reason(given: str, words: str) -> None:
    with pytest.raises(NotFetched, match=words) as raised:
        read_web_address(given)
    assert "secret" not in str(raised.value)


def test_other_ports_must_be_named() -> None:
    assert read_web_address("https://courier.example:8443/", ports=(8443,)).port == 8443
    with pytest.raises(NotFetched, match="port 443 is not fetched from, only 8443"):
        read_web_address("https://courier.example/", ports=(8443,))


@given(st.text(max_size=40), st.sampled_from(["", "http://", "https://", "http://a.example/", "//"]))
def test_whatever_is_given_is_an_address_or_refused(text: str, beginning: str) -> None:
    try:
        url = read_web_address(beginning + text)
    except NotFetched:
        return
    assert url.scheme in ("http", "https")
    assert not url.userinfo
    assert str(read_web_address(str(url))) == str(url)
