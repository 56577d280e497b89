"""A new carrier: what is written, what is left to do, and that nothing of others changes."""

import re

import pytest
import yaml
from guide import cli
from guide.commands.new_carrier import record_text, with_page, write
from guide.expand import read_tree
from guide.model.carrier import Channel
from guide.model.contact import Contact
from guide.model.reference import Publisher
from guide.model.values import Fact
from guide.rules import run_rules
from guide.source.config import parse_config
from guide.tree.layout import DATA
from trees import TODAY, base_tree, fitting

pytestmark = pytest.mark.usefixtures("known_words")

HEAD = "plugins: [i18n: {languages: [{locale: zh, default: true}]}]\n"
NAV = """# all pages
nav:
  - 首页: index.md
  - 运营商:   # by network
      - carriers/index.md
      - A: "carriers/a.md"   # first
      # the last one
      - carriers/b.md
  - 关于: about/index.md
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_page_goes_below_the_last_of_its_folder_and_all_else_stays(end):
    before = (HEAD + NAV).replace("\n", end)
    after = with_page(before, "carriers/new-one.md")
    line = f"      - carriers/new-one.md{end}"
    assert after.count(line) == 1 and after.replace(line, "") == before
    names = [entry.name for entry in parse_config(after).nav]
    assert names.index("carriers/new-one.md") == names.index("carriers/b.md") + 1


@pytest.mark.parametrize(
    "nav",
    [
        NAV.replace("carriers/b.md", "carriers/new-one.md"),
        "nav:\n  - index.md\n",
        "nav: [index.md, carriers/a.md]\n",
        "nav:\n  - Carriers: [carriers/a.md, carriers/b.md]\n",
    ],
    ids=["named already", "no carriers", "all on one line", "carriers on one line"],
)
def test_a_navigation_that_names_it_or_has_no_line_for_it_stays(nav):
    assert with_page(HEAD + nav, "carriers/new-one.md") == HEAD + nav


def test_the_template_names_what_only_a_person_can_write_and_nothing_else(real_tree):
    text = record_text(real_tree, "new-one")
    data = yaml.safe_load(text)
    assert {key for key, value in data.items() if isinstance(value, dict) and "TODO" in value.values()} == {
        "names",
        "answer",
        "at_hand",
    }
    assert text.count("TODO") == 3 * len(real_tree.languages)


def _examples(text):
    """The examples of a template, without their comment signs, as plain data."""
    blocks = re.findall(r"(?m)^# .*:\n((?:#   .*\n)+)", text)
    return [yaml.load(re.sub(r"(?m)^#   ", "", block), yaml.BaseLoader) for block in blocks]


def test_the_examples_of_the_template_fit_the_model_once_their_comment_signs_are_gone(real_tree):
    contact, way, fact, publisher = _examples(record_text(real_tree, "new-one"))
    number = fitting(real_tree, Contact, contact[0])
    assert number.number and number.hours and fitting(real_tree, Fact, fact[0]).amount_jpy is not None
    online = fitting(real_tree, Channel, way["online"])
    assert online.how and any(step.final for step in online.steps)
    known = Publisher.model_validate(publisher).whole_sources
    assert known.keys() <= set(number.sources)
    assert known == {key: real_tree.sources[key] for key in known}


def test_an_example_of_the_template_prints_values_by_their_addresses(real_tree):
    _, _, fact, _ = _examples(record_text(real_tree, "new-one"))
    assert all("{=." in text for text in fact[0]["text"].values())


def test_a_text_of_the_template_takes_commas_and_addresses_without_quotes(real_tree):
    filled = record_text(real_tree, "new-one").replace("TODO", "Log in, then pay {=.facts.fee}")
    assert yaml.safe_load(filled)["answer"] == dict.fromkeys(
        (language.code for language in real_tree.languages), "Log in, then pay {=.facts.fee}"
    )


def test_what_the_command_writes_itself_is_not_told_as_if_it_had_to_be_read(tmp_path, capsys):
    root = base_tree(tmp_path)
    assert cli.main(["confirm", "--all", "--root", str(root)]) == 0
    assert cli.main(["new-carrier", "new-one", "--root", str(root)]) == 0
    told = {finding.position.path for finding in run_rules(read_tree(root, TODAY)) if finding.code == "FS029"}
    assert told == {f"{DATA}/carriers/new-one.yml"}


def test_what_is_left_after_the_command_is_what_a_person_has_to_write(tmp_path):
    root = base_tree(tmp_path)
    written = write(read_tree(root, TODAY), "new-one")
    tree = read_tree(root, TODAY)
    assert len(written) == len(tree.languages) + 2
    assert tree.carriers["new-one"].faults == []
    assert sorted(finding.code for finding in run_rules(tree)) == ["CT008", "FS012", "FS012", "FS012"]
