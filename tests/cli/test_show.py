"""What the command line prints of a claim."""

import pytest

from graph.cli import show
from tests.store.saying import article, says


def test_a_claim_says_how_sure_it_is_and_why(capsys: pytest.CaptureFixture[str]) -> None:
    sure = says("MAR", "NORMALIZES", "ISR", confidence=0.29, reasons=("cue [bold]", "path dobj"))
    show.extraction(article("a", sure, says("MAR", "OPPOSES", "DZA")), show.ExtractFormat.TEXT)
    lines = capsys.readouterr().out.splitlines()
    assert "(asserted; 29 % sure)" in lines[1]
    assert lines[3].strip() == "reasons: cue [bold], path dobj"
    assert "(asserted)" in lines[4]
    assert "reasons" not in lines[5]
