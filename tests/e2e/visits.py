"""Where a person has been: every page that was visited is looked at once, beside the journey."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Frame, Page

Look = Callable[[Page], list[str]]


class Visits:
    """The pages that ``page`` comes to, of those that differ in their query alone the first.

    They are looked at in another page of the same browser: that disturbs nothing of what is typed.
    """

    def __init__(self, page: Page, look: Look) -> None:
        self._other = page.context.new_page()
        self._look = look
        self._fresh: list[str] = []
        self._known: set[str] = set()
        page.on("framenavigated", self._note)

    def _note(self, frame: Frame) -> None:
        address = frame.url.partition("#")[0]
        path = address.partition("?")[0]
        if frame.parent_frame is None and path not in self._known:
            self._known.add(path)
            self._fresh.append(address)

    def defects(self) -> dict[str, list[str]]:
        """What is wrong with the pages visited since this was asked last, by address."""
        fresh, self._fresh = self._fresh, []
        return {address: found for address in fresh if (found := self._at(address))}

    def _at(self, address: str) -> list[str]:
        answer = self._other.goto(address)
        if answer is None or answer.status != 200:
            return [f"jawaban {answer and answer.status}"]
        return self._look(self._other)
