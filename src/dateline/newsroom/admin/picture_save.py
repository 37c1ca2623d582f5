"""How a picture's form is saved, new or changed."""

from typing import Any

from django.utils import timezone

from dateline.newsroom.actions.save_picture import SavePicture


class PictureSave:
    """For a view with a picture's form."""

    form: Any
    request: Any

    def save_instance(self) -> Any:
        """Save by our action, which makes the renditions."""
        picture = self.form.save(commit=False)
        SavePicture(
            picture=picture, acting_user=self.request.user, now=timezone.now()
        ).execute()
        self.new_revision = None
        return picture

    def get_success_url(self) -> Any:
        """Stay with the picture."""
        edit_url: Any = self.get_edit_url()  # type: ignore[attr-defined] # the view's
        return edit_url
