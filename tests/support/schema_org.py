"""The types of schema.org that pages speak of, and what each property may hold.

A table of our own, from schema.org 29: type -> property -> what it may be, by

    text, url, moment, yes-no, number      a value of that form
    anything else                          a thing of that type, or of one below it
"""

import re
from datetime import datetime

PARENTS = {
    "NewsMediaOrganization": "Organization",
    "LiveBlogPosting": "BlogPosting",
    "NewsArticle": "Article",
    "ProfilePage": "WebPage",
    "CollectionPage": "WebPage",
    "ImageGallery": "CollectionPage",
}
_THING = {"name": "text", "description": "text", "url": "url", "sameAs": "url"}
_WORK = _THING | {
    "headline": "text",
    "author": "Person Organization",
    "creditText": "text",
    "sourceOrganization": "Organization",
    "publisher": "Organization",
    "datePublished": "moment",
    "dateModified": "moment",
    "image": "url",
    "keywords": "text",
    "about": "Thing Person Place Organization",
    "mentions": "Thing Person Place Organization",
    "inLanguage": "text",
    "isAccessibleForFree": "yes-no",
    "correction": "CorrectionComment",
    "mainEntityOfPage": "url",
    "mainEntity": "Thing Person Place Organization",
    "text": "text",
    "articleSection": "text",
    "articleBody": "text",
}
_ORGANIZATION = _THING | {
    "logo": "url",
    "publishingPrinciples": "url",
    "ownershipFundingInfo": "url",
    "correctionsPolicy": "url",
    "actionableFeedbackPolicy": "url",
    "address": "text",
    "telephone": "text",
    "contactPoint": "ContactPoint",
}
PROPERTIES = {
    "NewsArticle": _WORK | {"dateline": "text"},
    "LiveBlogPosting": _WORK
    | {
        "coverageStartTime": "moment",
        "coverageEndTime": "moment",
        "liveBlogUpdate": "BlogPosting",
    },
    "BlogPosting": _WORK,
    "CorrectionComment": _WORK,
    "WebSite": _WORK | {"potentialAction": "SearchAction"},
    "SearchAction": _THING | {"target": "EntryPoint", "query-input": "text"},
    "EntryPoint": _THING | {"urlTemplate": "text"},
    "WebPage": _WORK,
    "ProfilePage": _WORK,
    "CollectionPage": _WORK,
    "ImageGallery": _WORK | {"associatedMedia": "ImageObject"},
    "ImageObject": _WORK
    | {
        "contentUrl": "url",
        "encodingFormat": "text",
        "width": "text",
        "height": "text",
        "caption": "text",
        "creator": "Person Organization",
        "license": "url CreativeWork",
    },
    "CreativeWork": _WORK,
    "BreadcrumbList": _THING | {"itemListElement": "ListItem"},
    "ListItem": _THING | {"position": "number", "item": "url"},
    "ContactPoint": _THING | {"contactType": "text", "email": "text"},
    "NewsMediaOrganization": _ORGANIZATION,
    "Organization": _ORGANIZATION,
    "Person": _THING | {"jobTitle": "text", "email": "text", "image": "url"},
    "Place": _THING,
    "Thing": _THING,
}
NEEDED = {
    "NewsArticle": {"headline", "url", "datePublished", "dateModified", "author"}
    | {"publisher", "inLanguage", "isAccessibleForFree", "mainEntityOfPage"},
    "CorrectionComment": {"text", "datePublished"},
    "ImageGallery": {"name", "url", "associatedMedia"},
    "ImageObject": {"contentUrl", "caption", "creditText"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "NewsMediaOrganization": {"name", "url"},
    "Organization": {"name"},
    "Person": {"name"},
    "ContactPoint": {"contactType", "email"},
}


def faults(thing, where="$"):
    """Yield what is wrong with a thing and those in it, by the table."""
    kind = thing.get("@type")
    if kind not in PROPERTIES:
        yield f"{where}: {kind} is in no table"
        return
    for name in NEEDED.get(kind, set()) - set(thing):
        yield f"{where}: {kind} without {name}"
    for name, value in thing.items():
        if name in {"@type", "@context", "@id"}:
            continue
        if name not in PROPERTIES[kind]:
            yield f"{where}: {kind} has no {name}"
            continue
        for number, each in enumerate(value if isinstance(value, list) else [value]):
            place = f"{where}.{name}[{number}]"
            yield from _value_faults(each, PROPERTIES[kind][name].split(), place)


def _value_faults(value, allowed, where):
    if isinstance(value, dict):
        kind = value.get("@type")
        if kind not in allowed and PARENTS.get(kind) not in allowed:
            yield f"{where}: {kind} is none of {allowed}"
        yield from faults(value, where)
    elif not any(_FORMS[form](value) for form in allowed if form in _FORMS):
        yield f"{where}: {value!r} is none of {allowed}"


def _is_text(value):
    return isinstance(value, str) and bool(value.strip())


def _is_url(value):
    return _is_text(value) and bool(re.fullmatch(r"https?://[^\s<>\"]+", value))


def _is_moment(value):
    try:
        return datetime.fromisoformat(value).tzinfo is not None
    except (TypeError, ValueError):
        return False


_FORMS = {
    "text": _is_text,
    "url": _is_url,
    "moment": _is_moment,
    "yes-no": lambda value: isinstance(value, bool),
    "number": lambda value: isinstance(value, int) and not isinstance(value, bool),
}
