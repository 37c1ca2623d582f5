"""Pictures: upload in two steps, point of interest, list and chooser."""

import io
import re

from PIL import Image, PngImagePlugin

from dateline.newsroom.models import Picture
from support.newsroom_copy import a_photograph, a_saved_picture, again, published

PICTURES = "/admin/pictures/"

XMP = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
 <rdf:Description xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" photoshop:Credit="Coastline Photo">
  <dc:description><rdf:Alt><rdf:li xml:lang="x-default">Steam at Nagato.</rdf:li>
  </rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta>"""


def an_upload(content, name="p.jpg"):
    """Return bytes as a browser sends a file."""
    file = io.BytesIO(content)
    file.name = name
    return {"file": file}


def a_described_photograph():
    """Return a photograph that says of itself what it shows."""
    return a_photograph(xmp=XMP.encode())


def second_step(page):
    """Return the note that the second step carries."""
    return re.search(r'name="upload"\s+value="([^"]+)"', page).group(1)


def the_form(**fields):
    """Return what the picture's form sends."""
    return {
        "alt": "White vapour over dark water",
        "caption": "Steam rises at Nagato.",
        "credit": "Coastline Photo",
        "creator": "",
        "usage_terms": "",
        "title": "",
        "focal_x": "500",
        "focal_y": "500",
        **fields,
    }


def test_what_a_file_says_of_itself_is_filled_in(house, picture_editor):
    """Caption and credit are read, to be put right, and nothing is saved yet."""
    page = picture_editor.post(
        f"{PICTURES}add/", an_upload(a_described_photograph())
    ).content.decode()

    assert "Steam at Nagato." in page
    assert "Coastline Photo" in page
    assert "data-newsroom-focal" in page
    assert not Picture.objects.exists()


def test_a_picture_is_saved_with_its_renditions(house, picture_editor):
    """The second step saves, makes the files and stays with the picture."""
    page = picture_editor.post(f"{PICTURES}add/", an_upload(a_photograph()))
    note = second_step(page.content.decode())

    shown = picture_editor.get(f"/uploads/{note}")
    picture_editor.post(
        f"{PICTURES}add/", the_form(upload=note, focal_x="250", focal_y="300")
    )

    picture = Picture.objects.get()
    assert shown.content == a_photograph()
    assert (picture.width, picture.height) == (900, 600)
    assert (picture.focal_x, picture.focal_y) == (250, 300)
    assert {r["mime"] for r in picture.renditions} == {"image/avif", "image/jpeg"}
    assert picture_editor.get(f"{PICTURES}edit/{picture.pk}/").status_code == 200


def test_an_alt_text_that_repeats_the_caption_is_refused(house, picture_editor):
    """The form says why and what to write instead, and keeps the upload."""
    page = picture_editor.post(f"{PICTURES}add/", an_upload(a_photograph()))
    note = second_step(page.content.decode())

    form = the_form(upload=note, alt="Steam rises at Nagato")
    page = picture_editor.post(f"{PICTURES}add/", form).content.decode()

    assert "repeats the caption" in page
    assert "Say in one sentence what the picture shows" in page
    assert second_step(page) == note
    assert not Picture.objects.exists()


def test_what_is_no_picture_is_refused(house, picture_editor):
    """With the remedy at the field."""
    page = picture_editor.post(f"{PICTURES}add/", an_upload(b"not a picture"))

    assert "Send a JPEG, PNG or WebP file" in page.content.decode()


def test_a_png_with_text_chunks_is_taken(house, picture_editor):
    """Other formats come in too."""
    out, words = io.BytesIO(), PngImagePlugin.PngInfo()
    words.add_text("Title", "x")
    Image.new("RGB", (400, 300)).save(out, "PNG", pnginfo=words)

    page = picture_editor.post(f"{PICTURES}add/", an_upload(out.getvalue()))

    assert second_step(page.content.decode())


def test_nobody_can_claim_an_upload_he_did_not_send(house, picture_editor):
    """The note is signed."""
    picture_editor.post(f"{PICTURES}add/", the_form(upload="WyJhYiJd:forged"))

    assert not Picture.objects.exists()
    assert picture_editor.get("/uploads/WyJhYiJd:forged").status_code == 403


def test_a_reporter_adds_no_pictures(house, reporter, picture_editor):
    """He may choose from those there are."""
    page = picture_editor.post(f"{PICTURES}add/", an_upload(a_photograph()))
    note = second_step(page.content.decode())

    reporter.post(f"{PICTURES}add/", the_form(upload=note))

    assert not Picture.objects.exists()
    assert reporter.get(f"/uploads/{note}").status_code == 403


def test_a_change_of_a_public_picture_goes_out(house, picture_editor):
    """Readers get the better caption at once, and the crop follows the point."""
    picture = a_saved_picture()
    published(lead_picture=picture)

    picture_editor.post(
        f"{PICTURES}edit/{picture.pk}/",
        the_form(caption="Nagato at dusk.", focal_x="0"),
    )

    assert house.said()[-1][1].caption == "Nagato at dusk."
    assert any("-og-0-" in r["path"] for r in again(picture).renditions)


def test_a_picture_in_use_is_not_deleted(house, editor):
    """It goes with the kill of its story, not otherwise."""
    used, free = a_saved_picture(shade=10), a_saved_picture(shade=20)
    published(lead_picture=used)

    editor.post(f"{PICTURES}delete/{used.pk}/")
    editor.post(f"{PICTURES}delete/{free.pk}/")

    assert list(Picture.objects.all()) == [used]


def test_the_list_shows_thumbnails_and_uses(house, reporter):
    """Small pictures, and in how many stories each stands."""
    picture = a_saved_picture()
    published(lead_picture=picture)

    page = reporter.get(PICTURES).content.decode()

    small = min(
        (r for r in picture.renditions if r["mime"] == "image/jpeg"),
        key=lambda r: r["width"],
    )
    assert f'src="{small["path"]}"' in page
    assert "White vapour" in page


def test_the_chooser_finds_pictures_by_their_words(house, reporter):
    """Each word must be somewhere in caption, alternative text, credit or name."""
    a_saved_picture(shade=10, caption="Ferries at Colombo.")
    a_saved_picture(shade=20, caption="Trains at Kandy.")
    address = "/admin/snippets/choose/newsroom/picture/results/"

    page = reporter.get(f"{address}?q=ferries+coastline").content.decode()

    assert "Ferries at Colombo." in page
    assert "Trains at Kandy." not in page


def test_a_killed_picture_is_nowhere(house, editor):
    """Neither in the list nor under its address."""
    picture = a_saved_picture()
    Picture.objects.filter(pk=picture.pk).update(killed=True)

    assert picture.credit not in editor.get(PICTURES).content.decode()
    assert editor.get(f"{PICTURES}edit/{picture.pk}/").status_code == 404
