"""Web addresses: which strings are one, and which two are the same page."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

TRACKING = re.compile(r"utm_.*|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|ref_src|cmpid|ocid", re.I)
DEFAULT_PORTS = {"http": 80, "https": 443}


def is_url(target: str) -> bool:
    """Whether a target is a page to fetch rather than a file to open."""
    return target.lower().startswith(("http://", "https://"))


def canonical_url(url: str) -> str:
    """One spelling of an address: host in lower case, without fragment, default port and tracking parameters.

    An address that can't be taken apart comes back as it is.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError:
        return url.strip()
    if not host:
        return url.strip()
    scheme = parts.scheme.lower()
    if ":" in host:
        host = f"[{host}]"
    place = host if port in (None, DEFAULT_PORTS.get(scheme)) else f"{host}:{port}"
    query = [
        (key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if not TRACKING.fullmatch(key)
    ]
    return urlunsplit((scheme, place, parts.path or "/", urlencode(query), ""))
