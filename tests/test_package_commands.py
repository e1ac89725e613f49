"""`flashgen diff` and `flashgen verify` as a tutor runs them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner, Result
from conftest import MakeCard

from flashgen import cli, verify
from flashgen.card import card_guid
from flashgen.deck import note_from, write_package
from flashgen.subdecks import SubdecksBy


@pytest.fixture
def releases(tmp_path: Path, make_card: MakeCard) -> tuple[Path, Path]:
    """Two releases of a deck, the second with another definition and a newer time."""
    paths = []
    for number, definition in enumerate(("a movement", "a flow")):
        card = make_card("Osmosis", definition)
        note = note_from(card, (), card_guid(card))
        paths.append(tmp_path / f"release{number}.apkg")
        write_package(paths[-1], "Biology", [note], {note.guid: 1_700_000_000 + number})
    return paths[0], paths[1]


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli.commands, [str(argument) for argument in arguments])


def test_diff_prints_what_changed(releases: tuple[Path, Path]) -> None:
    result = run("diff", *releases)
    assert result.exit_code == 0
    assert "Definition: a [-movement-]{+flow+}" in result.stdout


def test_diff_for_programs_is_one_json_object(releases: tuple[Path, Path]) -> None:
    result = run("diff", *releases, "--format", "json")
    assert json.loads(result.stdout)["changed_notes"][0]["term"] == "Osmosis"


def test_diff_fails_where_learners_would_be_hurt(releases: tuple[Path, Path]) -> None:
    result = run("diff", *reversed(releases))
    assert result.exit_code == 1
    assert "warning: 1 note changed but is not newer" in result.stdout


def test_diff_says_what_it_can_not_read(releases: tuple[Path, Path], tmp_path: Path) -> None:
    result = run("diff", releases[0], tmp_path / "none.apkg")
    assert result.exit_code == 1
    assert "none.apkg: no such file" in result.stderr


@pytest.mark.usefixtures("real_anki")
def test_verify_says_that_a_deck_is_sound(releases: tuple[Path, Path]) -> None:
    result = run("verify", *releases)
    assert result.exit_code == 0
    assert result.stdout.count('1 note, 1 card in "Biology"; imported twice: nothing wrong') == 2


@pytest.mark.usefixtures("real_anki")
def test_verify_fails_on_a_file_that_is_no_deck(tmp_path: Path) -> None:
    (tmp_path / "x.apkg").write_text("hello", encoding="utf-8")
    result = run("verify", tmp_path / "x.apkg")
    assert result.exit_code == 1
    assert "Anki refuses to import this file" in result.stderr


def test_verify_without_anki_says_how_to_get_it(releases: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verify, "anki_is_installed", lambda: False)
    result = run("verify", releases[0])
    assert result.exit_code == 1
    assert "pip install 'flashgen[verify]'" in result.stderr


def test_the_command_line_offers_every_kind_of_sub_deck() -> None:
    assert set(cli.SUBDECKS) == set(get_args(SubdecksBy))
