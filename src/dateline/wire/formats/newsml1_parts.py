"""NewsComponents as a tree of parts, each with its role and its content.

What a component is for stands in its Role, in the MediaType of its content, or
in nothing but a file's extension. All three are read here, once, so that the
rest can ask a part what it is.
"""

from functools import lru_cache
from typing import Final

from dateline.wire.audience import is_body, is_hidden, plain_name
from dateline.wire.formats.newsml1_part import (
    AUDIO,
    GRAPHIC,
    PHOTO,
    VIDEO,
    Content,
    Part,
)
from dateline.wire.formats.newsml1_topics import XML_LANG, formal_name
from dateline.wire.xml import Element, child, inside, local

MAX_DEPTH: Final = 40  # components in components; the deepest seen is 5

TEXT: Final = "text"
STYLE: Final = "style"
OTHER: Final = "other"

MEDIA: Final = (
    dict.fromkeys(("text", "complexdata", "nitf", "xhtml", "html"), TEXT)
    | dict.fromkeys(("photo", "picture", "image", "photograph", "pic"), PHOTO)
    | dict.fromkeys(("graphic", "graphics", "infographic", "animation"), GRAPHIC)
    | dict.fromkeys(("video", "movie", "film"), VIDEO)
    | dict.fromkeys(("audio", "sound"), AUDIO)
    | dict.fromkeys(("stylesheet", "css"), STYLE)
)
EXTENSIONS: Final = (
    dict.fromkeys(("jpg", "jpeg", "png", "gif", "tif", "tiff", "webp", "bmp"), PHOTO)
    | dict.fromkeys(("svg", "eps", "ai", "swf"), GRAPHIC)
    | dict.fromkeys(("mp4", "mov", "wmv", "avi", "flv", "mpg", "mpeg", "webm"), VIDEO)
    | dict.fromkeys(("mp3", "wav", "aac", "ogg", "wma", "m4a"), AUDIO)
    | dict.fromkeys(("txt", "htm", "html", "xhtml", "xml"), TEXT)
    | {"css": STYLE}
)
# Roles whose text is a line of the story or goes with its pictures, not its body.
LEADS: Final = frozenset({"lead", "intro", "leadparagraph", "firstparagraph"})
TITLES: Final = frozenset({"title", "headline", "titel", "titre"})
SUBTITLES: Final = frozenset(
    {"subtitle", "subheadline", "subhead", "subtitel", "soustitre"}
)
SUMMARIES: Final = frozenset(
    {"abstract", "summary", "teaser", "standfirst", "chapeau", "description"}
)
CAPTIONS: Final = frozenset({"caption", "legend", "legende", "photocaption", "cutline"})
LINES: Final = TITLES | SUBTITLES | SUMMARIES | CAPTIONS
PICTURES: Final = frozenset(
    {"photo", "picture", "image", "graphic", "photograph", "foto"}
)
LOGOS: Final = frozenset({"logo", "companylogo", "providerlogo"})
STYLES: Final = frozenset({"stylesheet", "css", "style"})
# Words for a body that are not in ``audience`` because only NewsML 1 uses them.
BODIES: Final = frozenset(
    {"maintext", "textbody", "newstext", "tekst", "texte", "testo", "corps", "hoofd"}
    | {"alert", "articletext", "storytext"}
)

METADATA: Final = frozenset(
    {"administrativemetadata", "rightsmetadata", "descriptivemetadata", "metadata"}
)


def read_part(
    component: Element, bodies: frozenset[str], outer: str = "", depth: int = 0
) -> Part:
    """Read a component and those inside it.

    Args:
        component: the NewsComponent.
        bodies: names of roles, beside the usual ones, whose text is the body.
        outer: the role around it, unless that is a body's. A component without a
            role has it too, and one that is hidden hides all that is in it.
        depth: how deep this component stands.
    """
    part = _begin_part(component)
    elements = inside(component)
    names = [local(each.tag) for each in elements]
    part.role = outer if is_hidden(outer) else _role_of(elements, names) or outer
    copy = _is_copy(part.role, bodies)
    inner = "" if copy else part.role
    for number, each in enumerate(elements):
        name = names[number]
        if name == "newscomponent":
            if depth < MAX_DEPTH:
                part.parts.append(read_part(each, bodies, inner, depth + 1))
        elif name == "contentitem":
            part.contents.append(read_content(each))
        elif name == "newslines":
            part.lines = each
        elif name in METADATA:
            part.metadata.append(each)
            if name == "descriptivemetadata":
                part.language = formal_name(child(each, "language")) or part.language
        else:
            _read_rest(part, each, name)
    _weigh(part, copy=copy)
    return part


def _begin_part(component: Element) -> Part:
    """Begin a part with the attributes of its component; most have none at all."""
    part = Part(component)
    if component.items():
        part.duid = component.get("Duid", "").strip()
        part.language = component.get(XML_LANG, "").strip()
        part.equivalents = component.get("EquivalentsList", "").lower() == "yes"
    return part


def _role_of(elements: list[Element], names: list[str]) -> str:
    """Give the plain name of a component's role; the most private of several."""
    first = None
    for number, name in enumerate(names):
        if name == "role":
            role = formal_name(elements[number])
            if is_hidden(role):
                return plain_name(role)
            first = role if first is None else first
    return _joined(first) if first else ""


@lru_cache(maxsize=1024)
def _joined(name: str) -> str:
    """Give a role without its scheme, its words joined: "Main Text" is one."""
    return plain_name(name).replace(" ", "").replace("-", "").replace("_", "")


@lru_cache(maxsize=1024)
def _is_copy(role: str, bodies: frozenset[str]) -> bool:
    """Say whether a component of that role may hold the body."""
    return role in LEADS or is_body(role, also=bodies)


def _read_rest(part: Part, element: Element, name: str) -> None:
    """Read what else a component holds: other items, comments."""
    if name == "newsitemref":
        part.references.append(element.get("NewsItem", "").strip())
    elif name == "newsitem":
        part.items.append(element)
    elif name == "comment":
        part.comments.append(element)


def _weigh(part: Part, *, copy: bool) -> None:
    """Note which media are in a part, and whether it tells a story or shows one.

    Args:
        part: the part, with those inside it.
        copy: text in it may be the body.
    """
    media = part.media
    for content in part.contents:
        media.add(content.media)
    tells = part.copy = copy and TEXT in media
    for each in part.parts:
        media |= each.media
        tells = tells or each.tells
    part.tells = tells
    if not tells and (PHOTO in media or GRAPHIC in media):
        moves = VIDEO in media or AUDIO in media
        part.shows = not (moves or is_hidden(part.role))


def items_in(part: Part) -> list[Element]:
    """Give the NewsItems that stand inside a part."""
    found = part.items
    for each in part.parts:
        inner = items_in(each)
        if inner:
            found = found + inner
    return found


def is_silent(role: str) -> bool:
    """Say whether a role is known not to be copy, or known not to be public."""
    return role in STYLES or role in LOGOS or is_hidden(role)


def read_content(element: Element) -> Content:
    """Read one ContentItem; its medium by what it says, else by its file."""
    content = Content()
    if element.items():
        content.href = (element.get("Href") or element.get("href") or "").strip()
    said = ""
    for each in inside(element):
        name = local(each.tag)
        if name == "mediatype":
            said = formal_name(each).lower()
        elif name == "mimetype":
            content.mime = formal_name(each).lower()
        elif name == "format":
            content.form = formal_name(each).lower()
        elif name in {"datacontent", "encoding"}:
            content.data = each
        elif name == "characteristics" and content.characteristics is None:
            content.characteristics = each
    content.media = _media(content, said)
    return content


def _media(content: Content, said: str) -> str:
    """Tell the medium of a content by any of the four places that say it."""
    if said in MEDIA:
        return MEDIA[said]
    kind = content.mime.partition("/")[0]
    if "css" in content.mime or content.form == "css":
        return STYLE
    if kind in MEDIA:
        return MEDIA[kind]
    extension = content.extension()
    if extension in EXTENSIONS:
        return EXTENSIONS[extension]
    if content.form[:4] in {"jpeg", "jpg", "gif", "png", "tiff"}:
        return PHOTO
    return TEXT if content.data is not None else OTHER
