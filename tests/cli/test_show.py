"""What the command line prints of a claim."""

from typing import Any

import pytest

from graph.cli import show
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
