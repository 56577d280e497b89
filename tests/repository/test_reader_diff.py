"""The summary that a pull request gets of what readers will see otherwise."""

from reader_diff import main, summary


def _tree(folder, pages):
    for name, text in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_changed_added_and_removed_pages(tmp_path, capsys):
    old = _tree(tmp_path / "old", {"zh/a.md": "一\n二\n", "zh/b.md": "same\n", "zh/gone.md": "x\n"})
    new = _tree(tmp_path / "new", {"zh/a.md": "一\n三\n", "zh/b.md": "same\n", "en/new.md": "y\n"})
    assert main([str(old), str(new)]) == 0
    told = capsys.readouterr().out
    assert "on 3 pages" in told and "b.md" not in told
    assert "-二\n+三" in told and "+y" in told and "-x" in told


def test_no_difference(tmp_path):
    tree = _tree(tmp_path / "tree", {"zh/a.md": "一\n"})
    assert summary(tree, tree) == "Readers see no difference.\n"


def test_what_does_not_fit_is_counted(tmp_path):
    old = _tree(tmp_path / "old", {})
    new = _tree(tmp_path / "new", {f"zh/{n}.md": "word\n" * 50 for n in range(9)})
    told = summary(old, new, limit=1000)
    assert len(told.encode()) < 1200 and "more pages differ" in told
