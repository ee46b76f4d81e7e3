"""What the command line prints of a claim."""

import json
import sys
from typing import Any

import pytest

from graph.cli import show
from graph.cli.telling import complain
from graph.store.console import Result
from tests.store.saying import article, says


def test_a_claim_says_how_sure_it_is_and_why(capsys: pytest.CaptureFixture[str]) -> None:
    sure = says("MAR", "NORMALIZES", "ISR", confidence=0.29, reasons=("cue [bold]", "path dobj"))
    show.extraction(article("a", sure, says("MAR", "OPPOSES", "DZA")), show.ExtractFormat.TEXT)
    lines = capsys.readouterr().out.splitlines()
    assert "(asserted; 29 % sure)" in lines[1]
    assert lines[3].strip() == "reasons: cue [bold], path dobj"
    assert "(asserted)" in lines[4]
    assert "reasons" not in lines[5]


def rows(*rows: tuple[Any, ...]) -> Result:
    return Result(("=column", "other"), rows, (), (), truncated=False, ms=1)


def test_rows_as_csv_run_in_no_spreadsheet_and_numbers_stay_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    show.table(rows(("=cmd()", -3), (None, ["é"])), show.TableFormat.CSV)
    assert capsys.readouterr().out == '\'=column,other\n\'=cmd(),-3\n,"[""é""]"\n'


COMMANDS = "\x1b]0;title\x07\x1b[2Jred\x9b31m\x7f\r"


@pytest.mark.parametrize("output", show.TableFormat)
def test_a_terminal_obeys_no_word_from_outside(
    output: show.TableFormat, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    show.table(rows((COMMANDS, [COMMANDS])), output)
    complain(f"no such thing: {COMMANDS}")
    told = "".join(capsys.readouterr())
    assert not set(told) & {"\x1b", "\x07", "\x7f", "\x9b", "\r"}
    assert ("\\u001b[2Jred\\u009b31m\\u007f" if output == "json" else "␛[2Jred\\x9b31m␡␍") in told
    assert "no such thing: ␛]0;title" in told


def test_json_and_csv_in_a_file_hold_every_sign(capsys: pytest.CaptureFixture[str]) -> None:
    show.table(rows((COMMANDS, 1)), show.TableFormat.JSON)
    assert json.loads(capsys.readouterr().out) == [{"=column": COMMANDS, "other": 1}]
    show.table(rows((COMMANDS, 1)), show.TableFormat.CSV)
    assert COMMANDS in capsys.readouterr().out
