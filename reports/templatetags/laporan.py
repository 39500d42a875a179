"""What the templates of a document ask of its running text."""

from __future__ import annotations

from django.template import Library

from reports.html.inline import inline, pecahan
from reports.html.narrative import written

register = Library()

register.filter("sebaris", inline)
register.filter("pecahan", pecahan)
register.filter("tulisan", written)
