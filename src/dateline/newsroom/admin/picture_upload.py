"""Taking in a picture: first the file, then what it says of itself, to be put right.

Between the two steps the browser carries a signed note of the file that was
kept, so nobody can claim one he did not send.
"""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from wagtail.snippets.views.snippets import CreateView

from dateline.errors import DatelineError
from dateline.newsroom.actions.save_picture import new_picture
from dateline.newsroom.admin.picture_save import PictureSave
from dateline.newsroom.admin.remarks import sentence
from dateline.newsroom.models.picture import Picture

_SALT = "newsroom.picture"
_KEPT = 24 * 60 * 60


class UploadForm(forms.Form):
    """The file."""

    file = forms.FileField(
        label="Photograph",
        help_text="JPEG, PNG or WebP, as large as you have it. What the file says"
        " of itself (IPTC, XMP) is read and filled in for you.",
        widget=forms.ClearableFileInput(
            attrs={"accept": "image/jpeg,image/png,image/webp"}
        ),
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Upload:
    """What is remembered of an upload."""

    original: str
    mime: str
    width: int
    height: int

    def signed(self) -> str:
        """Return it as a note that only we can write."""
        note = [self.original, self.mime, self.width, self.height]
        return signing.dumps(note, salt=_SALT)

    def fill(self, picture: Picture) -> Picture:
        """Put it into a picture."""
        picture.original, picture.mime = self.original, self.mime
        picture.width, picture.height = self.width, self.height
        return picture


def read_upload(note: str) -> Upload:
    """Return the upload that a note is about; raises PermissionDenied."""
    try:
        original, mime, width, height = signing.loads(note, salt=_SALT, max_age=_KEPT)
    except signing.BadSignature as error:
        raise PermissionDenied from error
    return Upload(original=original, mime=mime, width=width, height=height)


def upload_url(note: str) -> str:
    """Return where an upload that is not a picture yet can be looked at."""
    return reverse("newsroom_upload", args=[note])


class PictureAddView(PictureSave, CreateView):
    """Two steps on one address; each shows the same form, more filled in."""

    page_title = "New picture"

    def post(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Read the file in the first step, save in the second."""
        if "upload" in request.POST:
            return super().post(request, *args, **kwargs)
        self.object = None
        upload = UploadForm(request.POST, request.FILES)
        if not upload.is_valid():
            return self._first_step(upload)
        try:
            picture = new_picture(upload.cleaned_data["file"].read())
        except DatelineError as error:
            upload.add_error("file", sentence(error))
            return self._first_step(upload)
        return self._second_step(picture)

    def _first_step(self, upload: UploadForm) -> Any:
        return self.render_to_response(self.get_context_data(upload_form=upload))

    def _second_step(self, picture: Picture) -> Any:
        note = Upload(
            original=picture.original,
            mime=picture.mime,
            width=picture.width,
            height=picture.height,
        ).signed()
        picture.upload_url = upload_url(note)  # type: ignore[attr-defined] # for the form
        self.form = self.get_form_class()(instance=picture, for_user=self.request.user)
        return self.render_to_response(self.get_context_data(upload=note))

    def get_form_kwargs(self) -> Any:
        """Give the form the picture that was uploaded before."""
        kwargs = super().get_form_kwargs()
        note = self.request.POST.get("upload")
        if note:
            picture = read_upload(note).fill(Picture())
            picture.upload_url = upload_url(note)  # type: ignore[attr-defined] # as above
            kwargs["instance"] = picture
        return kwargs

    def get_context_data(self, **kwargs: Any) -> Any:
        """Add the step that is to be shown."""
        note = kwargs.pop("upload", "") or self.request.POST.get("upload", "")
        first = kwargs.pop("upload_form", None) or UploadForm()
        context = super().get_context_data(**kwargs)
        return {**context, "upload": note, "upload_form": first}
