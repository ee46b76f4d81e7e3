"""What happens when the endpoint misbehaves: patience, one clear line, and the rest goes on."""

import json
import socket
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from graph.errors import EntenteError, ExtractError
from graph.llm.engine import LlmExtractor
from graph.records import Document, Extraction
from graph.settings import Settings
from tests.llm.conftest import KEY
from tests.llm.endpoint import Endpoint, Fault, completion, named, said, serving

Maker = Callable[..., LlmExtractor]

SENTENCE = "Finland joined NATO."
CLAIM = said(SENTENCE, "MEMBER_OF", named("Finland", "State"), named("NATO", "Group"), "joined")
AT_ONCE = {"Retry-After-Ms": "1"}
BUSY, BROKEN = Fault(429, AT_ONCE), Fault(500, AT_ONCE)
GOOD_JSON = json.dumps({"claims": [CLAIM]})


def document(name: str, text: str = SENTENCE) -> Document:
    return Document(name, f"{text}\n\nArticle {name}.", source=f"{name}.txt")


def outcome(engine: LlmExtractor, *documents: Document) -> list[int | str]:
    """For each document the number of its claims, or its error."""
    found = engine.extract_many(documents)
    return [len(one.claims) if isinstance(one, Extraction) else str(one) for one in found]


def failure(engine: LlmExtractor) -> str:
    (told,) = outcome(engine, document("a"))
    assert isinstance(told, str), told
    assert told.startswith("a.txt: ")
    assert told.isprintable()
    return told


@pytest.fixture(autouse=True)
def _says(endpoint: Endpoint) -> None:
    endpoint.says = [CLAIM]


@pytest.mark.parametrize("faults", [[BUSY], [BROKEN, BUSY], [Fault(503, AT_ONCE)], [Fault(hang_up=True)]])
def test_a_busy_or_failing_endpoint_is_asked_again(endpoint: Endpoint, make_engine: Maker, faults: list[Fault]) -> None:
    endpoint.faults.extend(faults)
    assert outcome(make_engine(), document("a")) == [1]
    assert len(endpoint.requests) == len(faults) + 1


def test_the_endpoint_says_how_long_to_wait(endpoint: Endpoint, make_engine: Maker) -> None:
    endpoint.faults.append(Fault(429, {"Retry-After": "1"}))
    before = time.monotonic()
    assert outcome(make_engine(), document("a")) == [1]
    assert time.monotonic() - before >= 1


def test_a_document_that_fails_is_told_and_the_rest_goes_on(endpoint: Endpoint, make_engine: Maker) -> None:
    endpoint.faults.extend([BROKEN] * 3)
    told, *rest = outcome(make_engine(), document("a"), document("b"), document("c"))
    assert "answered 500" in str(told)
    assert rest == [1, 1]


def test_slowness_is_an_error_of_its_document(endpoint: Endpoint, make_engine: Maker) -> None:
    endpoint.faults.append(Fault(pause=1.5))
    told, rest = outcome(make_engine(timeout=0.4, retries=0), document("a"), document("b"))
    assert "did not answer within 0.4 s" in str(told)
    assert rest == 1


def test_an_endpoint_that_is_not_there_is_one_clear_line(make_engine: Maker) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
    told = failure(make_engine(url=url, retries=0))
    assert f"{url} can't be reached" in told


@pytest.mark.parametrize("url", ["http://127.0.0.1:99999999/v1", "http://nowhere.invalid/v1", "https://127.0.0.1:1/v1"])
def test_an_address_that_leads_nowhere_is_one_clear_line(make_engine: Maker, url: str) -> None:
    assert "can't be reached" in failure(make_engine(url=url, retries=0))


def test_an_endpoint_that_goes_on_failing_is_left_alone(endpoint: Endpoint, make_engine: Maker) -> None:
    endpoint.faults.extend([BROKEN] * 100)
    told = outcome(make_engine(retries=0), *(document(name) for name in "abcdef"))
    assert len(endpoint.requests) == 3
    assert all("not asked, since" in str(one) for one in told[3:])


@pytest.mark.parametrize(("status", "advice"), [(401, "ENTENTE_LLM_KEY"), (404, "ENTENTE_LLM_MODEL")])
def test_a_refusal_is_told_with_what_to_do_and_not_repeated(
    endpoint: Endpoint, make_engine: Maker, status: int, advice: str
) -> None:
    endpoint.faults.extend([Fault(status)] * 9)
    told = outcome(make_engine(), document("a"), document("b"))
    assert advice in str(told[0])
    assert len(endpoint.requests) == 1


def test_the_key_is_never_shown_whatever_the_endpoint_echoes(
    endpoint: Endpoint, make_engine: Maker, llm_settings: Settings
) -> None:
    endpoint.faults.append(Fault(401, body=json.dumps({"error": {"message": f"bad key {KEY}\x1b[2J\nsecond line"}})))
    assert KEY not in failure(make_engine())
    assert KEY not in repr(llm_settings)
    assert endpoint.headers[0]["authorization"] == f"Bearer {KEY}"


def test_other_settings_of_the_client_do_not_reach_the_endpoint(
    endpoint: Endpoint, make_engine: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID", "OPENAI_ADMIN_KEY"):
        monkeypatch.setenv(name, "of-another-use")
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "X-Mine: of-another-use\nAuthorization: Bearer of-another-use")
    assert outcome(make_engine(key=None), document("a")) == [1]
    assert not [value for value in endpoint.headers[0].values() if "of-another-use" in value]


def test_a_redirection_does_not_carry_the_text_elsewhere(endpoint: Endpoint, make_engine: Maker) -> None:
    with serving() as elsewhere:
        endpoint.faults.append(Fault(307, {"Location": f"{elsewhere.url}/chat/completions"}))
        assert "another address" in failure(make_engine())
        assert elsewhere.requests == []


BROKEN_JSON = ["", "No.", '{"claims": [', '{"claims": 7}', "[" * 5000, "{" * 100_000 + "}", '{"claims": [}}', "[]"]


@pytest.mark.parametrize("content", BROKEN_JSON, ids=range(len(BROKEN_JSON)))
def test_broken_json_is_repaired_once(endpoint: Endpoint, make_engine: Maker, content: str) -> None:
    endpoint.faults.append(Fault(content=content))
    assert outcome(make_engine(), document("a")) == [1]
    assert [len(request["messages"]) for request in endpoint.requests] == [2, 4]


def test_json_broken_twice_is_an_error_of_its_document(endpoint: Endpoint, make_engine: Maker) -> None:
    endpoint.faults.extend([Fault(content="{"), Fault(content="{")])
    told, rest = outcome(make_engine(), document("a"), document("b"))
    assert "not the JSON that was asked for" in str(told)
    assert rest == 1
    assert len(endpoint.requests) == 3


@pytest.mark.parametrize(
    "content",
    [
        f"```json\n{GOOD_JSON}\n```",
        f"<think>Is {{this}} a claim?</think>\n{GOOD_JSON}",
        f"Here it is:\n{GOOD_JSON}\nBye.",
    ],
)
def test_what_stands_around_the_json_is_left_out(endpoint: Endpoint, make_engine: Maker, content: str) -> None:
    endpoint.faults.append(Fault(content=content))
    assert outcome(make_engine(), document("a")) == [1]
    assert len(endpoint.requests) == 1


NO_COMPLETIONS = ["", "<html>", "{", "[]", "null", '{"choices": []}', '{"choices": [{"message": null}]}', '{"choices": 7}',
    '{"choices": [{"message": {"content": 7}}]}', '{"choices": [null], "usage": 7}']  # fmt: skip


@pytest.mark.parametrize("body", NO_COMPLETIONS, ids=range(len(NO_COMPLETIONS)))
def test_what_is_no_completion_is_one_clear_line(endpoint: Endpoint, make_engine: Maker, body: str) -> None:
    endpoint.faults.extend([Fault(body=body)] * 9)
    assert "did not answer as a chat-completions endpoint does" in failure(make_engine(retries=0))


def test_a_completion_without_a_count_of_tokens_is_read(endpoint: Endpoint, make_engine: Maker) -> None:
    body = json.loads(completion(GOOD_JSON))
    del body["usage"]
    endpoint.faults.append(Fault(body=json.dumps(body)))
    assert outcome(make_engine(), document("a")) == [1]


def test_an_endpoint_without_json_schemas_is_asked_in_a_simpler_manner(endpoint: Endpoint, make_engine: Maker) -> None:
    endpoint.faults.extend([Fault(400), Fault(400)])
    assert outcome(make_engine(), document("a"), document("b")) == [1, 1]
    kinds = [request.get("response_format", {}).get("type") for request in endpoint.requests]
    assert kinds == ["json_schema", "json_schema", "json_object", "json_object"]


def test_an_answer_cut_short_is_asked_for_in_parts(endpoint: Endpoint, make_engine: Maker) -> None:
    text = "\n\n".join(f"Finland joined NATO in the year {year}." for year in range(1950, 2020))
    endpoint.says = [{**CLAIM, "sentence": line} for line in text.split("\n\n")]
    endpoint.cuts_above = 800
    assert outcome(make_engine(), Document("long", text)) == [70]


def test_an_endpoint_that_always_cuts_short_is_an_error(endpoint: Endpoint, make_engine: Maker) -> None:
    endpoint.cuts_above = 0
    assert "limits of tokens" in failure(make_engine())


def test_a_second_run_asks_for_nothing(endpoint: Endpoint, make_engine: Maker) -> None:
    first, second = make_engine(prices=(2, 10)), make_engine(prices=(2, 10))
    told = list(first.extract_many([document("a"), document("b")]))
    assert list(second.extract_many([document("a"), document("b")])) == told
    assert len(endpoint.requests) == 2
    assert (first.usage.asked, first.usage.kept, first.usage.tokens_in, first.usage.tokens_out) == (2, 0, 2000, 200)
    assert first.usage.cost == pytest.approx(0.006)
    assert (second.usage.asked, second.usage.kept, second.usage.cost) == (0, 2, 0)


def test_another_model_is_asked_anew(endpoint: Endpoint, make_engine: Maker) -> None:
    outcome(make_engine(), document("a"))
    outcome(make_engine(model="magpie"), document("a"))
    assert [request["model"] for request in endpoint.requests] == ["parrot", "magpie"]


def test_an_answer_that_could_not_be_read_is_not_kept(endpoint: Endpoint, make_engine: Maker) -> None:
    endpoint.faults.extend([Fault(content="{"), Fault(content="{")])
    failure(make_engine())
    assert outcome(make_engine(), document("a")) == [1]


def test_a_damaged_answer_in_the_cache_is_asked_for_anew(
    endpoint: Endpoint, make_engine: Maker, llm_settings: Settings
) -> None:
    outcome(make_engine(), document("a"))
    (kept,) = [path for path in (llm_settings.data / "llm").rglob("*") if path.is_file()]
    for damage in ("", "{", '{"text": 7}', '{"other": 1}', "[]", kept.read_text()[:40]):
        kept.write_text(damage)
        assert outcome(make_engine(), document("a")) == [1]
    assert len(endpoint.requests) == 7


def test_a_long_document_fails_as_a_whole_and_goes_on_where_it_stopped(endpoint: Endpoint, make_engine: Maker) -> None:
    text = "\n\n".join(f"Finland joined NATO in the year {year}. {'It rained. ' * 60}" for year in range(1950, 1970))
    endpoint.says = [{**CLAIM, "sentence": f"Finland joined NATO in the year {year}."} for year in range(1950, 1970)]
    endpoint.faults.extend([Fault(), Fault(), BROKEN])
    long = Document("long", text)
    assert "answered 500" in str(outcome(make_engine(retries=0), long)[0])
    asked = len(endpoint.requests)
    engine = make_engine(retries=0)
    assert outcome(engine, long) == [20]
    assert (asked, engine.usage.kept) == (3, 2)
    assert len(endpoint.requests) == asked + engine.usage.asked


def test_a_folder_that_can_not_hold_answers_ends_the_run(
    endpoint: Endpoint, llm_settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    engine = LlmExtractor(replace(llm_settings, data=tmp_path / "file"))
    with pytest.raises(EntenteError, match="ENTENTE_DATA"):
        outcome(engine, document("a"))


@pytest.mark.parametrize(
    ("changes", "named_setting"),
    [
        ({"url": None}, "ENTENTE_LLM_URL"),
        ({"model": None}, "ENTENTE_LLM_MODEL"),
        ({"url": "localhost:11434"}, "ENTENTE_LLM_URL"),
        ({"url": "http://[::1/v1"}, "ENTENTE_LLM_URL"),
    ],
)
def test_a_missing_setting_is_named(make_engine: Maker, changes: dict[str, object], named_setting: str) -> None:
    with pytest.raises(EntenteError, match=named_setting) as told:
        make_engine(**changes)
    assert not isinstance(told.value, ExtractError)
