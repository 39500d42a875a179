"""Lists of words, as rules name them."""


def word_set(*lines: str) -> frozenset[str]:
    """The words of these lines."""
    return frozenset(word for line in lines for word in line.split())


def says_any(text: str, parts: tuple[str, ...]) -> bool:
    """Whether one of these parts of words stands in a text, whatever its capitals: a quick look before a pattern reads
    it. The parts are in small letters."""
    small = text.casefold()
    return any(part in small for part in parts)
