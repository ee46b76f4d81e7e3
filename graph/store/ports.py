"""Ports for the local Neo4j: the usual ones, or the next that nobody listens on."""

import os
import socket

from graph.errors import StoreError

LOOPBACK = "127.0.0.1"
BOLT = 7687
HTTP = 7474
TRIES = 200


def choose_port(preferred: int, tries: int = TRIES) -> int:
    """Return `preferred`, or the first free port above it."""
    for port in range(preferred, preferred + tries):
        if is_free(port):
            return port
    raise StoreError(f"No free port for Neo4j between {preferred} and {preferred + tries - 1} on {LOOPBACK}")


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
