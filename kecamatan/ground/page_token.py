"""What a page sends back that is its own, and none of what was typed."""

from typing import Final

#: The name of the field in which Django expects the token of the page.
PAGE_TOKEN: Final = "csrfmiddlewaretoken"  # noqa: S105  # its name, not itself
