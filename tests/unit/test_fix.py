"""``check --fix``: mends what it says, loses nothing, and has nothing to do the second time."""

import re
import unicodedata

import pytest
from guide import cli
from guide.commands.fix import fix_tree
from guide.rules.prose import spacing, unicode_form
from hypothesis import given
from hypothesis import strategies as st
from trees import TODAY, base_tree

pytestmark = pytest.mark.usefixtures("known_words")

ABOUT = "docs/{}/about/index.md"
PRODUCT = "docs/_data/products/travel-esim.yml"
MARKDOWN = st.text(
    alphabet="Aa1 解约の「」（）“”，。年月日2026至*[]()`^{}<>/\\.#:!@\u200b\u00a0\u3099か\n\ufffc", max_size=60
)


def bare(text):
    seen = unicode_form.INVISIBLE.sub("", unicode_form.ODD_SPACE.sub("", text))
    return unicodedata.normalize("NFC", re.sub(" ", "", seen))


@given(MARKDOWN, st.sampled_from(["zh", "ja", "en"]))
def test_fixes_lose_nothing_and_settle(text, language):
    once = text
    for fix in (unicode_form.fix, spacing.fix):
        before = once
        once = fix(before, language, ["A 解"])
        assert bare(once) == bare(before)
        assert fix(once, language, ["A 解"]) == once
    assert once.count("\n") == text.count("\n")


@pytest.fixture
def tree(tmp_path):
    """A clean tree."""
    return base_tree(tmp_path / "tree")


def change(tree, path, old, new):
    file = tree / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8", newline="")


def contents(tree):
    return {path: path.read_bytes() for path in sorted(tree.rglob("*")) if path.is_file()}


def run(tree, capsys, *arguments):
    code = cli.main(["check", "--root", str(tree), "--today", str(TODAY), *arguments])
    return code, *capsys.readouterr()


def test_nothing_to_mend(tree, capsys):
    fix_once = list(fix_tree(tree, TODAY))
    before = contents(tree)
    assert all(line.startswith("written: schemas/") for line in fix_once)
    assert run(tree, capsys, "--fix")[::2] == (0, "")
    assert contents(tree) == before


def test_mends_pages_and_records(tree, capsys):
    clean = contents(tree)
    change(tree, ABOUT.format("zh"), "不是任何运营商。", "不是docomo，\u200b也不是2026 年的SIM卡。  ")
    change(tree, ABOUT.format("ja"), "どの会社にも属しません。", "SIM の会社か\u3099ありません。\t")
    change(tree, ABOUT.format("en"), "No carrier", "No\u200b carrier")
    change(tree, PRODUCT, "zh: 到期,", "zh: 到期收SIM卡,")
    change(tree, PRODUCT, "id: travel-esim", "id: travel-esim ")
    code, _, told = run(tree, capsys, "--fix")
    assert (tree / ABOUT.format("zh")).read_text(encoding="utf-8").endswith("不是 docomo，也不是 2026年的 SIM 卡。\n")
    assert (tree / ABOUT.format("ja")).read_text(encoding="utf-8").endswith("SIMの会社がありません。\n")
    assert (tree / ABOUT.format("en")).read_bytes() == clean[tree / ABOUT.format("en")]
    assert "zh: 到期收 SIM 卡," in (tree / PRODUCT).read_text(encoding="utf-8")
    assert "id: travel-esim\n" in (tree / PRODUCT).read_text(encoding="utf-8")
    for path in (ABOUT.format("zh"), ABOUT.format("ja"), ABOUT.format("en"), PRODUCT):
        assert f"corrected: {path}:" in told
    after = contents(tree)
    assert run(tree, capsys, "--fix")[2] == ""
    assert contents(tree) == after
    assert code in (0, 1)


def test_leaves_code_front_matter_and_links_alone(tree, capsys):
    head = "---\ntitle: 关于SIM\nkey: a的b \n---\n\n# 关于 {#about}\n\n"
    text = head + "`用SIM卡` [x](用SIM.md) 「SIMの」\n\n```\n用SIM卡  \n```\n"
    (tree / ABOUT.format("zh")).write_text(text, encoding="utf-8")
    run(tree, capsys, "--fix")
    expected = text.replace("title: 关于SIM", "title: 关于 SIM")
    assert (tree / ABOUT.format("zh")).read_text(encoding="utf-8") == expected


@pytest.mark.parametrize("many", [None, 1])
def test_keeps_line_ends(tree, capsys, many):
    text = (tree / ABOUT.format("zh")).read_text(encoding="utf-8").replace("不是", "用SIM卡，不是")
    text = text.replace("\n", "\r\n", *filter(None, [many]))
    (tree / ABOUT.format("zh")).write_bytes(text.encode())
    run(tree, capsys, "--fix")
    written = (tree / ABOUT.format("zh")).read_bytes().decode()
    assert written == text.replace("用SIM卡", "用 SIM 卡")


def test_translations_stay_up_to_date(tree, capsys):
    assert cli.main(["confirm", "--root", str(tree), "--all"]) == 0
    change(tree, ABOUT.format("zh"), "不是任何运营商。", "不是docomo。")
    assert cli.main(["confirm", "--root", str(tree), "--all"]) == 0
    capsys.readouterr()
    _, found, told = run(tree, capsys, "--fix")
    assert "TR005" not in found
    assert f"recorded: {ABOUT.format('en')}" in told


def test_spaces_beside_values_are_mended_where_their_address_stands(tree, capsys):
    fact = "docs/_data/carriers/docomo.yml"
    change(tree, fact, "签约不满一年收 {=.facts.early-fee}。", "签约不满一年收{=.facts.early-fee}的费用。")
    change(tree, fact, "1年以内は{=.facts.early-fee}です。", "1年以内は {=.facts.early-fee}です。")
    page = tree / ABOUT.format("zh")
    text = page.read_text(encoding="utf-8") + "\n收**{=docomo.facts.early-fee}**[^blog-fee]。\n"
    page.write_text(text, encoding="utf-8")
    assert run(tree, capsys)[1].count("CS006") >= 3
    assert "CS006" not in run(tree, capsys, "--fix")[1]
    record = (tree / fact).read_text(encoding="utf-8")
    assert "收 {=.facts.early-fee}的费用" in record and "1年以内は{=.facts.early-fee}です" in record
    assert "收 **{=docomo.facts.early-fee}**[^blog-fee]。" in page.read_text(encoding="utf-8")


def test_folded_texts_are_left_to_their_editor(tree, capsys):
    change(tree, PRODUCT, "zh: 到期,", "zh: 到期收SIM卡\n      一次,")
    _, found, _ = run(tree, capsys, "--fix")
    assert "到期收SIM卡\n" in (tree / PRODUCT).read_text(encoding="utf-8")
    assert "CS006" in found
