"""Which internet addresses are public: those that anybody can reach, and nobody's own network or machine.

The list is written out, and not asked of Python's `ipaddress`, because the answer there has changed between
versions. Sources: the IANA registries of special-purpose IPv4 and IPv6 addresses.
"""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network
from typing import TypeAlias

Address: TypeAlias = IPv4Address | IPv6Address

_NOT_PUBLIC = tuple(
    IPv4Network(network)
    for network in (
        "0.0.0.0/8",  # this host
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # behind a carrier's translator; some clouds keep their metadata here
        "127.0.0.0/8",  # this machine
        "168.63.129.16/32",  # looks public, and is how one cloud's machines reach their own host
        "169.254.0.0/16",  # this link; most clouds keep their metadata here
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments; one more cloud's metadata
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # relays from IPv6, withdrawn
        "192.168.0.0/16",  # private
        "198.18.0.0/15",  # measurements between networks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, and broadcast
    )
)
# All public IPv6 addresses lie here: mapped IPv4, link-local, unique local and multicast ones are outside it.
_GLOBAL = IPv6Network("2000::/3")
_NOT_GLOBAL = tuple(
    IPv6Network(network)
    for network in (
        "2001::/23",  # protocol assignments, and Teredo, which carries an IPv4 address
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4, which carries an IPv4 address; withdrawn, so nothing is lost by refusing all of it
        "3fff::/20",  # documentation
    )
)
# Networks without IPv4 of their own reach every IPv4 site by this prefix (RFC 6052), so it is opened to be looked at.
_TRANSLATED = IPv6Network("64:ff9b::/96")


def is_public(address: Address) -> bool:
    """Whether an address is one that anybody on the internet can reach."""
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _NOT_PUBLIC)
    if address.scope_id is not None:
        return False
    if address in _TRANSLATED:
        return is_public(IPv4Address(int(address) & 0xFFFFFFFF))
    return address in _GLOBAL and not any(address in network for network in _NOT_GLOBAL)
