"""Asks the endpoint that the user named, and no other: with patience where it is busy, with one clear line where it fails."""

import re
from typing import Any

import httpx2
import openai

from graph.errors import EntenteError, ModelError
from graph.llm.answer import answer_form
from graph.llm.cache import Reply
from graph.llm.prompt import Messages
from graph.network import system_trust
from graph.schema.schema import Schema
from graph.settings import Endpoint
from graph.wording import one_line

FAILURES = 3  # in a row, each after all its retries: then the endpoint is taken for gone
LONGEST = 200  # characters of what the endpoint says about itself
_LOOPBACK = re.compile(r"^https?://(?:[^/@]*@)?(?:localhost|127(?:\.\d+){3}|\[::1\])(?:[:/]|$)", re.IGNORECASE)
_SENT = {"accept", "accept-encoding", "connection", "content-length", "content-type", "host", "user-agent"}


class Client:
    """One endpoint and one model. After a refusal, or some failures in a row, it is not asked again in this run."""

    def __init__(self, endpoint: Endpoint, schema: Schema) -> None:
        """Reach for nothing yet. Raises EntenteError where the settings don't name an endpoint and a model."""
        if endpoint.url is None or endpoint.model is None:
            missing = "ENTENTE_LLM_URL" if endpoint.url is None else "ENTENTE_LLM_MODEL"
            raise EntenteError(
                f"--engine llm needs {missing}; for Ollama: ENTENTE_LLM_URL=http://localhost:11434/v1 ENTENTE_LLM_MODEL=llama3.1"
            )
        if not re.match(r"https?://[^/\s]", endpoint.url):
            raise EntenteError(f"ENTENTE_LLM_URL is {_without_user(endpoint.url)!r}: give it an http or https address")
        self.model = endpoint.model
        self._endpoint = endpoint
        self._where = _without_user(endpoint.url)
        try:
            self._client = _open(endpoint, endpoint.url)
        except (openai.OpenAIError, httpx2.InvalidURL, ValueError) as error:
            raise EntenteError(f"ENTENTE_LLM_URL is {self._where!r}, which can't be asked: {error}") from error
        self._manners = _manners(schema)
        self._failures = 0
        self._gone: str | None = None

    def ask(self, messages: Messages) -> Reply:
        """The model's answer. Raises ModelError, in one line, where there is none after all retries."""
        if self._gone is not None:
            raise ModelError(f"not asked, since {self._gone}")
        try:
            completion = self._complete(messages)
            reply = _reply(completion)
        except (openai.OpenAIError, httpx2.HTTPError, ValueError, RecursionError) as error:
            raise self._failed(error) from error
        self._failures = 0
        return reply

    def _complete(self, messages: Messages) -> Any:
        """The completion, asked for in the strictest manner that the endpoint understands."""
        wire: list[Any] = list(messages)
        while True:
            try:
                return self._client.chat.completions.create(model=self.model, messages=wire, **self._manners[0])
            except (openai.BadRequestError, openai.UnprocessableEntityError):
                if len(self._manners) == 1:
                    raise
                del self._manners[0]

    def _failed(self, error: Exception) -> ModelError:
        trouble = self._shown(self._trouble(error))
        self._failures += 1
        settings_wrong = isinstance(error, openai.APIStatusError) and error.status_code in (
            301,
            302,
            307,
            308,
            401,
            403,
            404,
        )
        if settings_wrong or self._failures >= FAILURES:
            self._gone = trouble
        return ModelError(trouble)

    def _trouble(self, error: Exception) -> str:
        match error:
            case openai.APITimeoutError():
                return f"{self._where} did not answer within {self._endpoint.timeout:g} s (ENTENTE_LLM_TIMEOUT)"
            case openai.APIConnectionError():
                return f"{self._where} can't be reached ({error.__cause__ or error}): does it run?"
            case openai.APIStatusError():
                return (
                    f"{self._where} answered {error.status_code}{_ADVICE.get(error.status_code, '')}: {_message(error)}"
                )
        return f"{self._where} did not answer as a chat-completions endpoint does ({error})"

    def _shown(self, text: str) -> str:
        """The text fit for a line on a terminal, and without the key, whatever the endpoint echoes."""
        if self._endpoint.key:
            text = text.replace(self._endpoint.key, "[key]")
        return one_line(text, LONGEST + len(self._where))


_ADVICE = {
    301: ", another address; set ENTENTE_LLM_URL to the one you mean",
    302: ", another address; set ENTENTE_LLM_URL to the one you mean",
    307: ", another address; set ENTENTE_LLM_URL to the one you mean",
    308: ", another address; set ENTENTE_LLM_URL to the one you mean",
    401: "; check ENTENTE_LLM_KEY",
    403: "; check ENTENTE_LLM_KEY",
    404: "; check ENTENTE_LLM_URL and ENTENTE_LLM_MODEL",
    429: ", too busy or out of quota, after all retries",
}


def _open(endpoint: Endpoint, url: str) -> openai.OpenAI:
    def only_ours(request: httpx2.Request) -> None:
        # The client adds what the environment holds for its other uses (OPENAI_CUSTOM_HEADERS, …), keys among it.
        for name in set(request.headers) - _SENT:
            del request.headers[name]
        if endpoint.key:
            request.headers["Authorization"] = f"Bearer {endpoint.key}"

    network = httpx2.Client(
        verify=system_trust(),
        # Redirects would carry the text elsewhere, and so would a proxy between this machine and itself.
        follow_redirects=False,
        trust_env=not _LOOPBACK.match(url),
        event_hooks={"request": [only_ours]},
    )
    return openai.OpenAI(
        base_url=url,
        api_key=endpoint.key or "none",
        timeout=endpoint.timeout,
        max_retries=endpoint.retries,
        http_client=network,
    )


def _manners(schema: Schema) -> list[dict[str, Any]]:
    """Ways to ask, the strictest first: some endpoints know no JSON schema, some models no temperature."""
    form = {"name": "claims", "strict": True, "schema": answer_form(schema)}
    held = {"response_format": {"type": "json_schema", "json_schema": form}}
    return [{**held, "temperature": 0}, held, {"response_format": {"type": "json_object"}, "temperature": 0}, {}]


def _reply(completion: Any) -> Reply:
    try:
        choice, usage = completion.choices[0], completion.usage
        text = choice.message.content or ""
        if not isinstance(text, str):
            raise TypeError(f"its content is a {type(text).__name__}")
        return Reply(
            text, _tokens(usage, "prompt_tokens"), _tokens(usage, "completion_tokens"), choice.finish_reason == "length"
        )
    except (AttributeError, IndexError, TypeError, KeyError) as error:
        raise ValueError(f"{error}") from error


def _tokens(usage: Any, name: str) -> int:
    number = getattr(usage, name, 0)
    return number if isinstance(number, int) else 0


def _message(error: openai.APIStatusError) -> str:
    body = error.body
    message = body.get("message") if isinstance(body, dict) else body
    return str(message or error.message)


def _without_user(url: str) -> str:
    return re.sub(r"//[^/@]*@", "//", url)
