"""One way out to the network, for what the user asked to be fetched and nothing else."""

import ssl
from typing import Any

import requests
import truststore
from requests.adapters import HTTPAdapter
from urllib3.util import Retry


class _SystemTrust(HTTPAdapter):
    """Believes the certificates that this machine believes, its organisation's own among them."""

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, ssl_context=system_trust(), **kwargs)

    def proxy_manager_for(self, *args: Any, **kwargs: Any) -> Any:
        return super().proxy_manager_for(*args, ssl_context=system_trust(), **kwargs)


def open_session(connections: int = 1, retries: int = 0) -> requests.Session:
    """A session for http and https; proxies come from the environment (HTTPS_PROXY). Close it, or use `with`.

    With `retries`, a request that broke off or met a busy server (429, 5xx) is tried again so many times.
    """
    session = requests.Session()
    retry = Retry(total=retries, backoff_factor=0.5, status_forcelist=(429, 500, 502, 503, 504)) if retries else 0
    session.mount("https://", _SystemTrust(pool_maxsize=connections, max_retries=retry))
    return session


def system_trust() -> truststore.SSLContext:
    """The certificates that this machine believes, as TLS clients take them."""
    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
