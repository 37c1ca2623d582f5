"""The screens of authors and topics."""

from dateline.newsroom.models import Author, Topic
from support.newsroom_copy import a_draft, a_saved_picture, again, published

LIST = "/admin/authors/"


def fields(**more):
    """Return what the form sends."""
    return {"kind": "author", "name": "Mira Sen", "role": "", "description": "", **more}


def test_an_editor_makes_a_record_and_changes_it(house, editor):
    """Saved at once for readers, each time."""
    editor.post(f"{LIST}add/", fields(role="Rail editor"))
    author = Author.objects.get()
    editor.post(f"{LIST}edit/{author.pk}/", fields(role="Port editor"))

    said = [(kind, content.role) for kind, content in house.said()]
    assert said == [("author.set", "Rail editor"), ("author.set", "Port editor")]
    assert "Mira Sen" in editor.get(LIST).content.decode()


def test_a_portrait_is_chosen_in_the_form(house, editor):
    """Kept with the record; an unfit one is refused at its field."""
    fit, unfit = a_saved_picture(), a_saved_picture(shade=90, held="Ask Asha.")
    page = editor.post(f"{LIST}add/", fields(picture=unfit.pk))
    assert "No reader may have this picture now" in page.content.decode()

    editor.post(f"{LIST}add/", fields(picture=fit.pk))

    assert Author.objects.get().picture == fit


def test_who_writes_here_no_longer_keeps_the_page(house, editor):
    """It is said of the record; nothing else of it goes."""
    editor.post(f"{LIST}add/", fields(role="Rail editor"))
    author = Author.objects.get()
    editor.post(f"{LIST}edit/{author.pk}/", fields(role="Rail editor", ended="on"))

    assert [(c.role, c.ended) for _, c in house.said()] == [
        ("Rail editor", False),
        ("Rail editor", True),
    ]


def test_a_name_that_leads_elsewhere_is_refused_at_its_field(house, editor):
    """The form says why and nothing is saved."""
    editor.post(f"{LIST}add/", fields())
    author = Author.objects.get()

    answer = editor.post(f"{LIST}edit/{author.pk}/", fields(name="Asha Rao"))

    assert "found by the name of /author/mira-sen/" in answer.content.decode()
    assert again(author).name == "Mira Sen"
    assert len(house.said()) == 1


def test_a_record_is_never_deleted(house, editor):
    """Its page is public."""
    editor.post(f"{LIST}add/", fields())
    author = Author.objects.get()

    editor.post(f"{LIST}delete/{author.pk}/")

    assert Author.objects.filter(pk=author.pk).exists()


def test_a_reporter_keeps_no_records(reporter):
    """The menu shows them; the form is an editor's."""
    reporter.post(f"{LIST}add/", fields())

    assert not Author.objects.exists()


def test_a_topic_is_said_to_be_a_place(house, editor):
    """In its form; readers have it at once."""
    published(topics=["japan"])
    form = {"name": "Japan", "id": "japan", "kind": "place", "description": ""}

    editor.post("/admin/topics/edit/japan/", form | {"names": "hi: जापान\r\n"})

    assert Topic.objects.get().kind == "place"
    assert house.said()[-1][1].kind == "place"
    assert house.said()[-1][1].names == (("hi", "जापान"),)
    page = editor.post("/admin/topics/edit/japan/", form | {"names": "जापान"})
    assert "Write each as a language and a name" in page.content.decode()


def test_the_storys_form_has_a_field_for_related_stories(house, editor):
    """One a line, with its help."""
    story = a_draft()

    text = editor.get(f"/admin/stories/edit/{story.pk}/").content.decode()

    assert 'name="related"' in text
    assert "The address or id of a published story a line" in text
