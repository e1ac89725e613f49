"""The files to read are found, in the same order on every machine."""

import os
from pathlib import Path

import pytest

from flashgen.sources import find_sources


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, so that paths can be named as a user names them."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("A cell is a unit.", encoding="utf-8")


def test_a_folder_is_walked_and_its_articles_come_sorted_by_folder_and_name() -> None:
    write("articles/b.md", "articles/a.txt", "articles/C.markdown", "articles/a/z.md", "articles/a-b/x.MD")
    paths, problems = find_sources(["articles"])
    assert paths == (
        "articles/C.markdown",
        "articles/a/z.md",
        "articles/a-b/x.MD",
        "articles/a.txt",
        "articles/b.md",
    )
    assert problems == ()


def test_hidden_files_hidden_folders_and_other_kinds_of_file_are_skipped() -> None:
    write("articles/a.md", "articles/.b.md", "articles/.git/c.md", "articles/picture.png", "articles/md")
    assert find_sources(["articles"])[0] == ("articles/a.md",)


def test_a_hidden_folder_that_is_named_is_read() -> None:
    write(".notes/a.md")
    assert find_sources([".notes"])[0] == (".notes/a.md",)


def test_a_file_named_twice_is_read_once() -> None:
    write("articles/a.md", "articles/b.md")
    absolute = str(Path("articles/b.md").resolve())
    paths, _ = find_sources(["articles/b.md", "articles", "./articles/b.md", absolute])
    assert paths == ("articles/a.md", "articles/b.md")


def test_the_order_of_the_arguments_does_not_matter() -> None:
    write("a.md", "b.md")
    assert find_sources(["b.md", "a.md"]) == find_sources(["a.md", "b.md"]) == (("a.md", "b.md"), ())


def test_standard_input_comes_last() -> None:
    write("a.md")
    assert find_sources(["-", "a.md", "-"])[0] == ("a.md", "-")


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("nowhere", "no such file or folder"),
        ("picture.png", "not an article"),
        ("empty", "no articles in this folder"),
    ],
)
def test_a_source_that_gives_nothing_is_a_fatal_problem_and_the_others_are_read(source: str, said: str) -> None:
    write("a.md", "picture.png", "empty/picture.png")
    paths, problems = find_sources([source, "a.md"])
    assert paths == ("a.md",)
    assert [(problem.path, problem.fatal) for problem in problems] == [(source, True)]
    assert said in problems[0].message


def test_a_link_that_leads_round_in_a_circle_or_nowhere_does_no_harm(folder: Path) -> None:
    write("articles/a.md")
    try:
        (folder / "articles" / "loop").symlink_to(folder / "articles", target_is_directory=True)
        (folder / "articles" / "gone.md").symlink_to(folder / "gone.md")
    except OSError:
        pytest.skip("no symbolic links here")
    paths, problems = find_sources(["articles"])
    assert paths == ("articles/a.md",)
    assert [(problem.path, problem.fatal) for problem in problems] == [("articles/gone.md", False)]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_is_not_waited_for() -> None:
    write("articles/a.md")
    os.mkfifo("articles/pipe.md")
    assert find_sources(["articles"])[0] == ("articles/a.md",)


def test_a_name_that_no_file_can_have_is_a_problem() -> None:
    paths, problems = find_sources(["a\0b", "x" * 5000])
    assert paths == ()
    assert all(problem.fatal for problem in problems)
    assert len(problems) == 2
