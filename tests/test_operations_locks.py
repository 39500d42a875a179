"""The locks: complete, hashed, in step with pyproject.toml, and bound to no registry."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.table_tests import each_row

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
DEPENDENCIES = PROJECT["project"]["dependencies"]
DEV_DEPENDENCIES = PROJECT["dependency-groups"]["dev"]

# One entry: name==version, an optional marker, then one hash or more on continued lines.
ENTRY = re.compile(
    r"^(?P<name>[a-z0-9][a-z0-9._-]*)==(?P<version>\S+)(?: ; [^\\\n]+)?"
    r"(?P<hashes>(?: \\\n    --hash=sha256:[0-9a-f]{64})+)\n",
    re.M,
)


def entries(lock: str) -> dict[str, tuple[str, str]]:
    return {
        found["name"]: (found["version"], found["hashes"])
        for found in ENTRY.finditer((ROOT / lock).read_text())
    }


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_holds_only_hashed_pins(lock: str) -> None:
    # Nothing is left once the entries are taken away: no unhashed pin, no index option, no address.
    assert ENTRY.sub("", (ROOT / lock).read_text()) == ""
    assert entries(lock)


@each_row(
    ("lock", "wanted"),
    [
        *[("requirements.lock", line) for line in DEPENDENCIES],
        *[("requirements-dev.lock", line) for line in DEV_DEPENDENCIES],
    ],
)
def test_every_dependency_is_locked_within_its_range(lock: str, wanted: str) -> None:
    requirement = Requirement(wanted)
    version, _ = entries(lock)[canonicalize_name(requirement.name)]
    assert requirement.specifier.contains(version)


def test_the_development_lock_contains_the_whole_of_the_other() -> None:
    # script/setup installs only one of the two.
    assert entries("requirements.lock").items() <= entries("requirements-dev.lock").items()
