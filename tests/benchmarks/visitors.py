"""Visitors without a browser: each a websocket session of its own with the app, as Streamlit's page has one.

What a page costs its server is what is measured then, and not what twenty browsers cost the machine that drives them.
"""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

SECONDS = 300


@dataclass(frozen=True, slots=True)
class Seen:
    """How long a page took from asking to its last element, in milliseconds, and how many bytes came."""

    milliseconds: float
    bytes: int


async def visit(address: str, page: str, query: str) -> Seen:
    """Open a page in a new session."""
    there = address.replace("http", "ws") + "/_stcore/stream"
    async with connect(there, origin=Origin(address), subprotocols=[Subprotocol("streamlit")], max_size=None) as socket:
        return await asyncio.wait_for(_see(socket, page, query), SECONDS)


async def _see(socket: ClientConnection, page: str, query: str) -> Seen:
    asked = BackMsg()
    asked.rerun_script.page_name = page
    asked.rerun_script.query_string = query
    began, received = time.perf_counter(), 0
    await socket.send(asked.SerializeToString())
    while True:
        message = await socket.recv(decode=False)
        received += len(message)
        answer = ForwardMsg()
        answer.ParseFromString(message)
        if answer.WhichOneof("type") == "script_finished":
            return Seen(1000 * (time.perf_counter() - began), received)


def visit_at_once(address: str, page: str, queries: list[str], within: float = 0.0) -> list[Seen]:
    """Open the page in as many sessions as there are queries: at the same moment, or one after another within some seconds."""

    async def one(number: int, query: str) -> Seen:
        await asyncio.sleep(within * number / len(queries))
        return await visit(address, page, query)

    async def all_of_them() -> list[Seen]:
        return await asyncio.gather(*(one(number, query) for number, query in enumerate(queries)))

    with ThreadPoolExecutor(1) as beside:  # a browser that is open in this thread has a loop of its own there
        return beside.submit(lambda: asyncio.run(all_of_them())).result()
