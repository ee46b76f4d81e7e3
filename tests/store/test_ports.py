import socket
from collections.abc import Iterator

import pytest

from graph.errors import StoreError
from graph.store.ports import LAST, LOOPBACK, TRIES, choose_port, is_free


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.create_server((LOOPBACK, 0)) as listener:
        yield listener


def test_a_taken_port_is_stepped_over(listener: socket.socket) -> None:
    taken = listener.getsockname()[1]
    assert not is_free(taken)
    assert taken < choose_port(taken) < taken + TRIES


def test_a_port_that_all_addresses_listen_on_is_taken() -> None:
    with socket.create_server(("0.0.0.0", 0)) as everywhere:
        assert not is_free(everywhere.getsockname()[1])


def test_the_preferred_port_is_kept_where_it_is_free(listener: socket.socket) -> None:
    preferred = listener.getsockname()[1]
    listener.close()
    assert choose_port(preferred) == preferred


def test_no_free_port_at_all_is_an_error(listener: socket.socket) -> None:
    with pytest.raises(StoreError, match="No free port between"):
        choose_port(listener.getsockname()[1], tries=1)


def test_the_search_ends_with_the_last_port_there_is() -> None:
    with socket.create_server((LOOPBACK, LAST)), pytest.raises(StoreError, match=f"between {LAST} and {LAST}"):
        choose_port(LAST)
