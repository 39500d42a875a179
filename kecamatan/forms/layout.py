"""How a form is laid out. ``{% crispy form %}`` prints its fields with the pack of templates/crispy; what belongs to
the page (the form's tag, its buttons, what travels hidden) stays in the page's template."""

from __future__ import annotations

from typing import Any, ClassVar

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Layout, LayoutObject
from django import forms
from django.template import Context
from django.template.loader import render_to_string
from django.utils.functional import cached_property

__all__ = ["Field", "Group", "LaidOutForm", "Layout"]


class Group(LayoutObject):
    """Fields under a heading, with a hint for all of them; ``in_row`` stands them beside one another, ``folded`` folds
    them away under a line that says how many are filled, unless one of them was refused.

    Not crispy's own ``Fieldset``: that takes its heading for the source of a template, and compiles it every time.
    """

    template = "%s/group.html"

    def __init__(
        self, legend: str, *fields: str, hint: str = "", in_row: bool = False, folded: bool = False
    ) -> None:
        self.fields = list(fields)
        self.legend = legend
        self.hint = hint
        self.in_row = in_row
        self.folded = folded

    def render(self, form: forms.BaseForm, context: Context, template_pack: str, **kwargs: Any) -> str:
        """The group with its fields in it."""
        fields = self.get_rendered_fields(form, context, template_pack, **kwargs)
        content: dict[str, Any] = {"group": self, "fields": fields}
        if self.folded:
            own = [form[name] for name in self.fields if name in form.fields]
            # A box without its tick is an answer: of such fields nothing is lacking.
            typed = [one for one in own if not isinstance(one.field, forms.BooleanField)]
            content |= {"filled": sum(bool(one.value()) for one in typed), "of": len(typed)}
            content["open"] = any(one.errors for one in own)
        return render_to_string(self.get_template_name(template_pack), content)


class LaidOutForm(forms.BaseForm):
    """A form that ``{% crispy %}`` prints; ``layout`` says in which order and under which headings.

    ``id_pattern`` makes the id of a field from its name, otherwise than Django where a page has several forms.
    """

    id_pattern: ClassVar[str] = "id_%s"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": self.id_pattern} | kwargs)

    def layout(self) -> Layout:
        """Every field in its order; what is hidden comes first."""
        return Layout(*(field.name for field in (*self.hidden_fields(), *self.visible_fields())))

    @cached_property
    def helper(self) -> FormHelper:
        """What ``{% crispy %}`` asks for, twice; the form is complete when it is printed."""
        helper = FormHelper()
        helper.form_tag = False
        helper.layout = self.layout()
        return helper
