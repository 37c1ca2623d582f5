"""One form for a new story makes one draft, however often it is sent.

Wagtail saves a new story by itself, and the desk presses Save at that very
moment; or an answer is lost on its way, and the form is sent again. Each form has
a token. Who comes first with it makes the draft; who comes later edits that one.
"""

import json
from http import HTTPStatus
from typing import Any
from uuid import UUID, uuid4

from django.contrib.admin.utils import quote
from django.db import IntegrityError, transaction
from django.http import JsonResponse
from django.urls import resolve, reverse

from dateline.newsroom.models.first_save import FirstSave

FIELD = "first_save"
NO_REVISION = "0"


class MadeAlreadyError(Exception):
    """Another request has just made the draft of this token."""


class OneDraft:
    """What the view of a new story adds to Wagtail's, for one draft a form."""

    def post(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Make the draft, or edit the one that the same form has made."""
        token = token_in(request.POST)
        if token and (made := made_of(token)):
            return self._edit(request, made)
        try:
            return super().post(request, *args, **kwargs)  # type: ignore[misc] # Wagtail's view
        except MadeAlreadyError:
            return self._edit(request, FirstSave.objects.get(token=token))

    def save_instance(self) -> Any:
        """Save the new story and keep its token, both or neither."""
        view: Any = self
        story = super().save_instance()  # type: ignore[misc] # as above
        if token := token_in(view.request.POST):
            by_itself = view.expects_json_response
            _keep(token, story, view.new_revision.pk if by_itself else None)
        return story

    def get_context_data(self, **kwargs: Any) -> Any:
        """Give the form its token; one that was sent keeps it."""
        view: Any = self
        context = super().get_context_data(**kwargs)  # type: ignore[misc] # as above
        return {**context, "first_save": token_in(view.request.POST) or uuid4()}

    def _edit(self, request: Any, made: FirstSave) -> Any:
        """Have the view of an old story take the form.

        What was saved by hand, or by somebody else, is never written over by what
        the form had saved before: Wagtail refuses it as an older version.
        """
        view: Any = self
        if view.expects_json_response:
            request.POST = request.POST.copy()
            request.POST["overwrite_revision_id"] = str(made.autosaved or NO_REVISION)
        address = reverse(view.edit_url_name, args=[quote(made.story_id)])
        edit, args, kwargs = resolve(address)
        answer = edit(request, *args, **kwargs)
        if view.expects_json_response and answer.status_code == HTTPStatus.OK:
            return _as_if_new(answer, address)
        return answer


def token_in(sent: Any) -> UUID | None:
    """Return the token of a form that was sent; None if it has none."""
    try:
        return UUID(sent.get(FIELD, ""))
    except ValueError:
        return None


def made_of(token: UUID) -> FirstSave | None:
    """Return what a token has made."""
    return FirstSave.objects.filter(token=token).first()


def _keep(token: UUID, story: Any, autosaved: int | None) -> None:
    try:
        with transaction.atomic():
            FirstSave.objects.create(token=token, story=story, autosaved=autosaved)
    except IntegrityError as error:
        raise MadeAlreadyError from error


def _as_if_new(answer: Any, address: str) -> JsonResponse:
    """Tell the form where its draft is, for it still shows a new story."""
    said = json.loads(answer.content)
    said.pop("html", None)
    hydrate = f"{address}?_w_hydrate_create_view=1"
    return JsonResponse({**said, "url": address, "hydrate_url": hydrate})
