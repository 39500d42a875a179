"""The words of a cell or paragraph without their emphasis. Pure."""

from __future__ import annotations

from reports.document.tree import Bold, Inline, Italic, LineBreak, Mark, Pecahan, Piece


def plain_text(content: Inline) -> str:
    """The words as they stand in lines: a line break ends one, and a fraction takes two."""
    return content if isinstance(content, str) else "".join(_piece(piece) for piece in content)


def _piece(piece: Piece) -> str:
    match piece:
        case str():
            return piece
        case Bold() | Italic():
            return piece.text
        case Mark():
            return _piece(piece.piece)
        case Pecahan():
            return f"{piece.pembilang}\n{piece.penyebut} {piece.pengali}"
        case LineBreak():
            return "\n"
