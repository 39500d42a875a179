"""No test looks for a short word in a whole page.

A page holds random text: the token of a form is 64 letters and digits, new each time. A word of up to six of them is
found there by chance, so that what must be absent fails now and then, and what must be present may pass for the wrong
reason. Such words are looked for in the element they belong to (``tests.responses.element_texts``).
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.table_tests import each_row

TESTS = Path(__file__).resolve().parent

#: What could stand in a token: letters and digits alone. Longer words come up once in a thousand million pages.
SHORT = re.compile(r"[0-9A-Za-z]{1,6}")


def reads_page(node: ast.AST, readers: set[str]) -> bool:
    """Whether the expression is the content of an answer, or asks a helper of the module for it."""
    for part in ast.walk(node):
        match part:
            case ast.Attribute(attr="content"):
                return True
            case ast.Call(func=ast.Name(id=name)) if name in readers:
                return True
    return False


def narrowed(node: ast.AST) -> bool:
    """Whether only some elements of the page are looked at."""
    return any(
        isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and part.func.id in NARROW
        for part in ast.walk(node)
    )


NARROW = {"element_texts", "teks_utama"}


def short_words(function: ast.FunctionDef, name: str) -> set[str]:
    """Short words that a loop or a parameter puts into the name."""
    found: set[str] = set()
    for node in ast.walk(function):
        if isinstance(node, ast.For | ast.comprehension) and name in {
            n.id for n in ast.walk(node.target) if isinstance(n, ast.Name)
        }:
            found |= {str(c.value) for c in ast.walk(node.iter) if isinstance(c, ast.Constant)}
    for mark in function.decorator_list:
        match mark:
            case ast.Call(
                func=ast.Attribute(attr="parametrize") | ast.Name(id="each_row"), args=[names, values, *_]
            ):
                found |= parametrized(name, names, values)
    return {word for word in found if SHORT.fullmatch(word)}


def parametrized(name: str, names: ast.expr, values: ast.expr) -> set[str]:
    """What the cases of a parametrised test put into the name."""
    named = [
        w.strip() for c in ast.walk(names) if isinstance(c, ast.Constant) for w in str(c.value).split(",")
    ]
    if name not in named:
        return set()
    place = named.index(name)
    found: set[str] = set()
    for row in getattr(values, "elts", []):
        cells = row.args if isinstance(row, ast.Call) else getattr(row, "elts", [row])
        cell = cells[place] if len(named) > 1 and place < len(cells) else row
        found |= {str(c.value) for c in ast.walk(cell) if isinstance(c, ast.Constant)}
    return found


def chances(source: str) -> Iterator[str]:
    """Every search for a short word in a page, with its line."""
    tree = ast.parse(source)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    readers = {
        f.name
        for f in functions
        if not f.name.startswith("test_")
        and any(isinstance(n, ast.Return) and n.value and reads_page(n.value, set()) for n in ast.walk(f))
        and not narrowed(f)
    }
    for function in functions:
        pages = {
            target.id
            for node in ast.walk(function)
            if isinstance(node, ast.Assign) and reads_page(node.value, readers) and not narrowed(node.value)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(function):
            if not isinstance(node, ast.Compare) or not isinstance(node.ops[0], ast.In | ast.NotIn):
                continue
            place = node.comparators[0]
            whole = (isinstance(place, ast.Name) and place.id in pages) or (
                not isinstance(place, ast.Name) and reads_page(place, readers) and not narrowed(place)
            )
            words: set[str] = set()
            match node.left:
                case ast.Constant(value=str() | bytes() as text):
                    word = text if isinstance(text, str) else text.decode("latin-1")
                    words = {word} if SHORT.fullmatch(word) else set()
                case ast.Name(id=name):
                    words = short_words(function, name)
            if whole and words:
                yield f"{node.lineno}: {ast.unparse(node)} ({', '.join(sorted(words))})"


@each_row(
    ("body", "found"),
    [
        ('assert "71" not in client.get("/").content.decode()', True),
        ('page = client.get("/").content.decode()\n    assert "71" not in page', True),
        ('page = read(client)\n    assert "Ubah" in page', True),
        (
            'page = read(client)\n    for word in ("Ubah", "Hapus semua"):\n        assert word not in page',
            True,
        ),
        ('page = read(client)\n    assert ">71<" not in page', False),
        ('page = read(client)\n    assert "Tidak ada" not in page', False),
        ('words = element_texts(read(client), "ins")\n    assert "71" not in words', False),
        ('assert "71" not in element_texts(read(client), "ins")', False),
        ('assert "nama" in client.get("/").json()', False),
    ],
)
def test_a_short_word_in_a_whole_page_is_seen(body: str, found: bool) -> None:
    source = (
        f"def read(client):\n    return client.get('/').content.decode()\n\ndef test_x(client):\n    {body}\n"
    )
    assert bool(list(chances(source))) is found


def test_no_test_looks_for_a_short_word_in_a_whole_page() -> None:
    found = [
        f"{path.relative_to(TESTS.parent)}:{chance}"
        for path in sorted(TESTS.rglob("*.py"))
        if path != Path(__file__) and ".content" in (source := path.read_text(encoding="utf-8"))
        for chance in chances(source)
    ]
    assert found == []
