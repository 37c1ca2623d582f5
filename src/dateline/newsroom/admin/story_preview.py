"""The preview of a story that is being edited.

Wagtail keeps what was typed and shows that; where nothing was typed yet, the
newest draft is shown.
"""

from typing import Any

from django.utils.decorators import method_decorator
from wagtail.snippets.views.snippets import PreviewOnEditView
from wagtail.utils.decorators import xframe_options_sameorigin_override


class StoryPreviewView(PreviewOnEditView):
    """What was typed, or else the newest draft."""

    @method_decorator(xframe_options_sameorigin_override)
    def get(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Return the page."""
        if self._get_form_state() is None:
            mode = self.object.default_preview_mode
            return self.object.make_preview_request(request, mode)
        return super().get(request, *args, **kwargs)
