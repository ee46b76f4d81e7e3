"""A stand-in for a language model: a real server on loopback that speaks the chat-completions protocol, with faults on demand."""

import json
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Said = dict[str, Any]


@dataclass(frozen=True)
class Fault:
    """One request's misfortune: another status, other headers, a raw body, other words, a pause, a hang-up."""

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: str | None = None
    content: str | None = None
    finish: str = "stop"
    pause: float = 0
    hang_up: bool = False


@dataclass
class Endpoint:
    """What the stand-in model says of a passage (those of its claims whose sentence stands in it), and what it was asked."""

    url: str = ""
    says: list[Said] = field(default_factory=list)
    faults: deque[Fault] = field(default_factory=deque)
    cuts_above: int = 10**9  # characters of a message: on longer ones its answer is cut short
    requests: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    arrived: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    always_says: bool = False  # even where the sentence is not in the text

    def answer(self, request: dict[str, Any]) -> str:
        passage = request["messages"][1]["content"]
        return json.dumps({"claims": [one for one in self.says if self.always_says or one["sentence"] in passage]})

    @property
    def passages(self) -> list[str]:
        """The user messages that it was sent."""
        return [request["messages"][1]["content"] for request in self.requests]


class _Handler(BaseHTTPRequestHandler):
    endpoint: Endpoint

    def do_POST(self) -> None:
        endpoint = self.endpoint
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        endpoint.requests.append(request)
        endpoint.arrived.release()
        endpoint.headers.append({name.lower(): value for name, value in self.headers.items()})
        fault = endpoint.faults.popleft() if endpoint.faults else Fault()
        time.sleep(fault.pause)
        if fault.hang_up:
            self.close_connection = True
            return
        content = endpoint.answer(request) if fault.content is None else fault.content
        finish = fault.finish
        if len(request["messages"][1]["content"]) > endpoint.cuts_above:
            content, finish = content[: len(content) // 2], "length"
        body = completion(content, finish) if fault.body is None else fault.body
        self.send(fault.status, fault.headers, body if fault.status < 400 else fault.body or error("out of order"))

    def send(self, status: int, headers: dict[str, str], body: str) -> None:
        raw = body.encode()
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", "Content-Length": str(len(raw)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            self.wfile.write(raw)
        except OSError:
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        pass


def completion(content: str, finish: str = "stop") -> str:
    message = {"role": "assistant", "content": content}
    return json.dumps(
        {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "created": 1,
            "model": "parrot",
            "choices": [{"index": 0, "message": message, "finish_reason": finish}],
            "usage": {"prompt_tokens": 1000, "completion_tokens": 100, "total_tokens": 1100},
        }
    )


def error(message: str) -> str:
    return json.dumps({"error": {"message": message, "type": "server_error"}})


@contextmanager
def serving() -> Iterator[Endpoint]:
    """An endpoint of its own, on a free port."""
    endpoint = Endpoint()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"endpoint": endpoint}))
    server.daemon_threads = True
    endpoint.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield endpoint
    server.shutdown()
    server.server_close()


def named(words: str, type_: str, name: str | None = None) -> Said:
    return {"words": words, "name": name or words, "type": type_}


def said(sentence: str, relation: str, source: Said, target: Said, cue: str, **more: Any) -> Said:
    """A claim as a model gives it."""
    return {
        "sentence": sentence,
        "relation": relation,
        "cue": cue,
        "source": source,
        "target": target,
        "modality": "asserted",
        "reported": False,
        "speaker": None,
        "roles": [],
        "quantity": None,
        "value": None,
        "date": None,
        **more,
    }
