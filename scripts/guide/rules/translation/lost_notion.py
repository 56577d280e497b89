"""A sentence of one version that lacks what all others speak of, or speaks of what none of them does.

Why: a condition that was left out, another desk, another person or the opposite act reads well in its own language, and
its readers never learn what the others are told.
Fix: say the same in every version. Where it does say so in other words, add them to that notion in the language's file:
to ``also`` or ``hints`` under ``notions``. What is quoted from a screen is not looked at.

Bad:  zh 原账号的聊天会删除 · ja トークは残ります · en The chats are deleted
Good: zh 原账号的聊天会删除 · ja トークは削除されます · en The chats are deleted
"""

from collections.abc import Iterator

from ...model.finding import Found
from ...tree.notions import uneven
from ...tree.tree import Tree

CODE = "TR073"
SLUG = "lost-notion"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every sentence of which one version does not speak of what the others do."""
    for text, code, notion, own, theirs in uneven(tree):
        other = next(key for key in text.texts if key != code)
        if own:
            message = f'"{own}" ({notion}) is in no other version of this sentence'
        else:
            message = f"this version lacks {notion}, which the others have: "
            message += " and ".join(f'"{word}"' for word in theirs)
        yield Found(text.place(code), message, "say the same in every version", text.place(other))
