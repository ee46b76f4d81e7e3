"""Ports of this machine: the usual ones, or the next that nobody listens on."""

import os
import socket

from graph.errors import StoreError

LOOPBACK = "127.0.0.1"
BOLT = 7687
HTTP = 7474
TRIES = 200
LAST = 65535


def choose_port(preferred: int, tries: int = TRIES) -> int:
    """Return `preferred`, or the first free port above it. Raises StoreError where so many `tries` find none."""
    last = min(preferred + tries - 1, LAST)
    for port in range(preferred, last + 1):
        if is_free(port):
            return port
    raise StoreError(f"No free port between {preferred} and {last} on {LOOPBACK}: end what uses one of them")


def is_free(port: int) -> bool:
    """Whether nobody listens on this port of the loopback address."""
    with socket.socket() as probe:
        # Without it a port whose last connections are still closing would look taken; on Windows it means the opposite.
        if os.name == "posix":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
    return True
