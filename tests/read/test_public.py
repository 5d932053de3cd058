"""The public internet addresses: every other is refused, whatever it is wrapped in."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.public import is_public

NOT_PUBLIC = """
    0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.100.100.200 100.127.255.255 127.0.0.1 127.255.255.254
    168.63.129.16 169.254.0.1 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.1 192.0.0.192 192.0.2.1 192.88.99.1
    192.168.0.1 198.18.0.1 198.19.255.255 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255
    :: ::1 ::127.0.0.1 ::8.8.8.8 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:8.8.8.8 ::ffff:0:8.8.8.8
    64:ff9b::7f00:1 64:ff9b::10.0.0.1 64:ff9b::169.254.169.254 64:ff9b:1::8.8.8.8 100::1
    2001::1 2001:0:7f00:1:: 2001:2::1 2001:10::1 2001:20::1 2001:db8::1 2002:7f00:1:: 2002:0a00:0001::1 2002:808:808::
    3fff::1 5f00::1 fc00::1 fd00:ec2::254 fe80::1 fe80::1%eth0 2606:4700::1%eth0 fec0::1 ff02::1 ff0e::1
""".split()
PUBLIC = """
    1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0 168.63.129.15
    169.253.255.255 169.255.0.0 172.15.255.255 172.32.0.0 192.0.1.0 192.167.255.255 192.169.0.0 198.17.255.255
    198.20.0.0 223.255.255.255 2001:200::1 2001:4860:4860::8888 2003::1 2606:4700::1111 2a00::1 64:ff9b::8.8.8.8
""".split()


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_it_is_not_public(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", PUBLIC)
def test_it_is_public(address: str) -> None:
    assert is_public(ip_address(address))


@given(st.ip_addresses(v=4))
def test_an_address_of_four_bytes_is_public_only_where_python_says_that_it_is_global(
    address: IPv4Address,
) -> None:
    if is_public(address):
        assert address.is_global
        assert not address.is_multicast
    else:
        assert not address.is_global or address.is_multicast or str(address).startswith(("168.63.", "192."))


# Most drawn addresses lie near the edges of the special ranges; these lie anywhere where public ones are.
GLOBAL = st.integers(int(IPv6Address("2000::")), int(IPv6Address("3fff:ffff::"))).map(IPv6Address)


@given(st.ip_addresses(v=6) | GLOBAL)
def test_an_address_of_sixteen_bytes_is_public_only_where_python_says_that_it_is_global(
    address: IPv6Address,
) -> None:
    if is_public(address):
        assert address.is_global
        assert not any((address.is_multicast, address.is_link_local, address.is_site_local))
        assert (address.ipv4_mapped, address.sixtofour, address.teredo) == (None, None, None)


@given(st.ip_addresses(v=4))
def test_what_is_translated_is_as_public_as_what_it_stands_for(address: IPv4Address) -> None:
    prefix = int(IPv6Network("64:ff9b::/96").network_address)
    assert is_public(IPv6Address(prefix + int(address))) == is_public(address)
    assert not is_public(IPv6Address((0xFFFF << 32) + int(address)))
    assert not is_public(IPv6Address((0x2002 << 112) + (int(address) << 80)))
