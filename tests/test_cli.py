"""The command line, as a person at a terminal and a program at a pipe meet it."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from flashgen import __version__, cli

GLACIER = "A glacier is a large body of ice that moves slowly over land."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with one article, of Geography, in "articles"."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    Path("articles").mkdir()
    Path("articles/ice.md").write_text(f"---\ntitle: Ice\nsubject: Geography\n---\n\n{GLACIER}\n", encoding="utf-8")
    return tmp_path


def run(*arguments: str, stdin: str | bytes = "") -> Result:
    return CliRunner().invoke(cli.commands, arguments, input=stdin, prog_name="flashgen")


@pytest.mark.usefixtures("folder")
def test_build_writes_decks_of_the_default_folder_into_the_default_folder() -> None:
    result = run("build")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[1].split() == "Geography 1 1 1 0 0 0 6 kB".split()
    assert sorted(path.name for path in Path("decks").iterdir()) == ["Geography.apkg", "ledger.jsonl"]


@pytest.mark.usefixtures("folder")
def test_cards_prints_what_build_writes_and_writes_nothing() -> None:
    result = run("cards", "--format", "jsonl")
    assert result.exit_code == 0
    card = json.loads(result.stdout)
    assert (card["article"], card["line"], card["term"]) == ("articles/ice.md", 6, "Glacier")
    assert card["sentence"] == GLACIER
    assert not Path("decks").exists()
    run("build")
    published = json.loads(Path("decks/ledger.jsonl").read_text(encoding="utf-8"))
    assert published["guid"] == card["guid"]


@pytest.mark.usefixtures("folder")
def test_cards_have_the_guids_that_the_ledger_knows() -> None:
    run("build", "-o", "out")
    ledger = Path("out/ledger.jsonl")
    ledger.write_text(ledger.read_text(encoding="utf-8").replace('"guid": "', '"guid": "old'), encoding="utf-8")
    cards = [json.loads(run("cards", "--format", "jsonl", *more).stdout) for more in ((), ("--ledger", str(ledger)))]
    assert cards[1]["guid"].startswith("old")
    assert not cards[0]["guid"].startswith("old")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("form", cli.FORMATS)
def test_cards_come_in_every_format(form: str) -> None:
    result = run("cards", "--format", form)
    assert result.exit_code == 0
    assert "Glacier" in result.stdout
    assert "\n\n\n" not in result.stdout


def test_cards_reads_standard_input() -> None:
    result = run("cards", "-", "--format", "jsonl", stdin=f"---\nsubject: Geography\n---\n\n{GLACIER}".encode())
    assert result.exit_code == 0
    assert json.loads(result.stdout)["article"] == "<stdin>"


@pytest.mark.usefixtures("folder")
def test_what_failed_gives_status_1_and_the_rest_is_built() -> None:
    result = run("build", "articles", "nowhere.md")
    assert result.exit_code == 1
    assert result.stderr.startswith("nowhere.md: no such file or folder")
    assert Path("decks/Geography.apkg").exists()
    assert "Geography" in result.stdout


@pytest.mark.usefixtures("folder")
def test_a_note_gives_status_0_and_its_place() -> None:
    Path("articles/ice.md").write_text(f"---\ntitle: Ice\ndate: soon\nsubject: Geography\n---\n\n{GLACIER}\n")
    result = run("cards")
    assert result.exit_code == 0
    assert result.stderr.startswith("articles/ice.md:3: ")
    assert "Glacier" in result.stdout


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "arguments",
    [
        ("build", "--min-score", "1.5"),
        ("build", "--max-cards", "0"),
        ("build", "-o", "articles/ice.md"),
        ("cards", "--format", "xml"),
        ("cards", "--unknown"),
        ("bake",),
    ],
)
def test_wrong_usage_gives_status_2_and_builds_nothing(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Error: " in result.stderr
    assert not Path("decks").exists()


@pytest.mark.usefixtures("folder")
def test_a_wrong_source_date_epoch_is_wrong_usage(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    result = run("build")
    assert result.exit_code == 2
    assert "SOURCE_DATE_EPOCH is 'yesterday'" in result.stderr
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    assert run("build").exit_code == 0
    assert json.loads(Path("decks/ledger.jsonl").read_text(encoding="utf-8"))["mod"] == 1_000_000_000


@pytest.mark.usefixtures("folder")
def test_build_writes_release_notes_of_what_changed_since_the_last_build() -> None:
    run("build")
    Path("articles/ice.md").write_text("---\nsubject: Geography\n---\n\nAn esker is a long ridge of gravel.\n")
    assert run("build", "--release-notes", "decks/notes.md").exit_code == 0
    notes = Path("decks/notes.md").read_text(encoding="utf-8")
    assert "**New (1)**: Esker." in notes
    assert "**Withdrawn (1)**: Glacier." in notes
    assert "import the new file into Anki" in notes


@pytest.mark.usefixtures("folder")
def test_release_notes_that_can_not_be_written_are_a_problem_and_the_decks_are_built() -> None:
    result = run("build", "--release-notes", "nowhere/notes.md")
    assert result.exit_code == 1
    assert result.stderr.startswith("nowhere/notes.md: cannot be written")
    assert Path("decks/Geography.apkg").exists()


@pytest.mark.usefixtures("folder")
def test_a_build_without_decks_leaves_the_last_release_notes_alone() -> None:
    Path("notes.md").write_text("of the last release")
    run("build", "nowhere.md", "--release-notes", "notes.md")
    assert Path("notes.md").read_text() == "of the last release"


@pytest.mark.usefixtures("folder")
def test_a_higher_least_score_gives_fewer_cards() -> None:
    assert run("cards", "--min-score", "1", "--format", "jsonl").stdout == ""
    assert run("cards", "--min-score", "0", "--max-cards", "1", "--format", "jsonl").stdout.count("\n") == 1


def test_rules_prints_both_forms() -> None:
    assert "copula (copula)\n" in run("rules").stdout
    assert run("rules", "--format", "markdown").stdout.startswith("# Rules\n")


@pytest.mark.parametrize("command", list(cli.commands.commands))
def test_the_help_of_each_command_shows_an_example(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"flashgen {command}" in result.stdout.partition("Example")[2]


def test_version() -> None:
    assert run("--version").stdout == f"flashgen {__version__}\n"


def test_help_does_not_wait_for_the_library() -> None:
    """`flashgen --help` should take a tenth of a second; nltk alone takes twice that."""
    heavy = "{'nltk', 'genanki', 'markdown_it', 'frontmatter', 'flashgen.build', 'flashgen.rules'}"
    program = f"import sys, flashgen.cli; print(sorted({heavy} & set(sys.modules)))"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


@pytest.mark.usefixtures("folder")
def test_a_reader_that_leaves_early_sees_no_traceback() -> None:
    """As in `flashgen cards | head`."""
    process = subprocess.Popen(
        [sys.executable, "-m", "flashgen", "cards"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    process.wait()


@pytest.mark.usefixtures("folder")
def test_a_pipe_gets_utf_8_whatever_the_machine_prefers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows would encode it as cp1252, which has no such letters, and stop."""
    Path("articles/ice.md").write_text("---\nsubject: Geo\n---\n\nΠάγος\n: вода, que está fría\n", encoding="utf-8")
    monkeypatch.setenv("PYTHONIOENCODING", "cp1252")
    command = [sys.executable, "-m", "flashgen", "cards", "--format", "tsv", "--min-score", "0"]
    result = subprocess.run(command, capture_output=True, check=True)
    assert "Πάγος" in result.stdout.decode("utf-8")


@pytest.mark.parametrize(
    ("patience", "terminal", "shown"), [(-1.0, True, True), (-1.0, False, False), (3600.0, True, False)]
)
def test_a_progress_bar_is_shown_on_a_terminal_when_work_takes_long(
    monkeypatch: pytest.MonkeyPatch, patience: float, terminal: bool, shown: bool
) -> None:
    stderr = io.StringIO()
    monkeypatch.setattr(stderr, "isatty", lambda: terminal, raising=False)
    monkeypatch.setattr(sys, "stderr", stderr)
    monkeypatch.setattr(cli, "_PATIENCE", patience)
    with cli._progress() as progress:
        progress(1, 2)
        progress(2, 2)
    assert ("100%" in stderr.getvalue()) is shown


@pytest.mark.usefixtures("folder")
def test_build_names_a_published_deck_whose_articles_are_gone() -> None:
    run("build")
    before = Path("decks/Geography.apkg").read_bytes()
    Path("articles/ice.md").rename("articles/lava.md")
    Path("articles/lava.md").write_text(
        "---\ntitle: Lava\nsubject: Geology\n---\n\nLava is molten rock that has reached the surface of the Earth.\n",
        encoding="utf-8",
    )
    printed = " ".join(run("build").stdout.split())
    assert "Not built: Geography (1 published card), since no article here has that subject." in printed
    assert Path("decks/Geography.apkg").read_bytes() == before


@pytest.mark.usefixtures("folder")
def test_explain_says_for_one_term_what_the_score_is_made_of() -> None:
    result = run("cards", "--explain", "the glacier")
    lines = result.stdout.splitlines()
    assert lines[:2] == ["articles/ice.md", "Glacier: A large body of ice that moves slowly over land."]
    assert lines[2].startswith("  a card; score 0.")
    assert "rule copula" in lines[3]
    assert any("to begin with" in line for line in lines)


@pytest.mark.usefixtures("folder")
def test_explain_says_so_where_nothing_was_found() -> None:
    result = run("cards", "--explain", "magma")
    assert (result.exit_code, result.stdout) == (0, 'No rule found a definition of "magma".\n')
