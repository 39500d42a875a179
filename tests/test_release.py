"""What goes out with a release: one version everywhere, the true text of the licence, documents that lead somewhere."""

import hashlib
import re
import tomllib
from pathlib import Path

from django.core.management import get_commands, load_command_class

from tests.table_tests import each_row

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
DOCUMENTS = sorted(
    [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("docs/operasi/*.md"), *ROOT.glob("bench/*.md")]
)

#: The GNU General Public License, version 3, as its publisher hands it out.
GPL_3 = "3972dc9744f6499f0f9b2dbf76696f2ae7ad8af9b23dde66d6af86c9dfb36986"

#: `lkip K T [--html F]`, the first cell of a row of the table of commands.
_COMMAND = re.compile(r"^\| `(?P<name>[a-z_-]+)(?P<rest>[^`]*)` \|", re.M)
_LINK = re.compile(r"\[[^\]]*\]\((?P<to>[^)\s]+)\)")
#: `reports/lkip/`, `sakip/capaian/rumus.py`: what looks like a place of ours, not one with a name to fill in.
_PLACE = re.compile(
    r"`(?P<place>(?:bench|docs|fixtures|kecamatan|reports|sakip|script|static|templates|tests)/[\w./-]+)`"
)


def test_the_version_is_the_newest_of_the_changelog() -> None:
    versions = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(), re.M)
    assert versions[0] == PROJECT["version"]
    assert versions == sorted(versions, key=lambda v: [int(n) for n in v.split(".")], reverse=True)


def test_the_licence_is_the_text_that_is_named() -> None:
    assert PROJECT["license"] == "GPL-3.0-or-later"
    assert hashlib.sha256((ROOT / "LICENSE").read_bytes()).hexdigest() == GPL_3
    assert "[GPL-3.0-or-later](LICENSE)" in (ROOT / "README.md").read_text()


@each_row("document", DOCUMENTS, ids=lambda d: str(d.relative_to(ROOT)))
def test_a_document_leads_somewhere(document: Path) -> None:
    text = document.read_text()
    links = {m["to"].partition("#")[0] for m in _LINK.finditer(text) if "://" not in m["to"]}
    lost = [to for to in links if to and not (document.parent / to).exists()]
    lost += [m["place"] for m in _PLACE.finditer(text) if not (ROOT / m["place"]).exists()]
    assert sorted(lost) == []


def test_the_readme_lists_every_command_with_options_that_it_has() -> None:
    told = (ROOT / "README.md").read_text().partition("\n## Commands\n")[2].partition("\n## ")[0]
    rows: dict[str, set[str]] = {}
    for row in _COMMAND.finditer(told):
        rows.setdefault(row["name"].replace("-", "_"), set()).update(re.findall(r"--[a-z]+", row["rest"]))
    ours = {name: app for name, app in get_commands().items() if app in ("kecamatan", "sakip", "reports")}
    assert rows.keys() == ours.keys()
    for name, options in rows.items():
        parser = load_command_class(ours[name], name).create_parser("manage.py", name)
        assert options <= set(parser._option_string_actions), name


def test_the_architecture_tells_of_every_room() -> None:
    told = (ROOT / "docs" / "architecture.md").read_text()
    inside = {
        "management",
        "migrations",
        "models",
        "templatetags",
    }  # as Django has them; models are those of the app
    rooms = [
        path.parent
        for app in ("sakip", "reports")
        for path in sorted((ROOT / app).glob("*/__init__.py"))
        if path.parent.name not in inside
    ]
    assert len(rooms) > 30
    assert [str(room.relative_to(ROOT)) for room in rooms if f"{room.name}/`" not in told] == []


def test_every_measurement_says_what_it_measures() -> None:
    told = set(re.findall(r"^## (\S+)$", (ROOT / "bench" / "README.md").read_text(), re.M))
    assert told >= {path.stem for path in (ROOT / "bench").glob("[!_]*.py")}
