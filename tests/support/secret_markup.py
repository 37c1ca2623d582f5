"""Words of a desk's own, hidden in markup in all the ways agencies hide them.

A :class:`Secrets` gives words that stand nowhere else, as a name, a telephone or
an address; ``hidden`` must reach nobody, ``internal`` may reach another desk.
"""

import random
from dataclasses import dataclass, field
from html import escape

COPY = (
    "The ferry left the harbour at noon.",
    "It came back at dusk with forty passengers and a dog.",
    "Nobody on the quay had expected either of them.",
)
NAMES = (
    *("np-nonpublic", "np-desk", "nonpublic", "non-public", "internal", "private"),
    *("NP-NonPublic", "confidential", "notepad", "notizblock", "unpublished"),
    *("not-for-publication", "lead np-contacts", "contact", "Contacts", "x internal"),
)
HEADINGS = (
    "The following information is not for publication",
    "The following information is not intended for publication",
    "Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt",
    "NOT FOR PUBLICATION",
    "Notizblock",
    "# Notebook",
    "Les informations suivantes ne sont pas destinées à la publication",
)


@dataclass(kw_only=True)
class Secrets:
    """The words that were hidden in one file."""

    dice: random.Random
    hidden: list[str] = field(default_factory=list)
    internal: list[str] = field(default_factory=list)

    def say(self, *, internal: bool = False) -> str:
        """Make up something only a desk may know, and remember how to find it."""
        word = f"qz{self.dice.getrandbits(40):010x}"
        (self.internal if internal else self.hidden).append(word)
        form = self.dice.choice(
            (
                "Ida {0}",
                "Tel. +49 40 555{0}",
                "{0}@desk.example",
                "Mobile: 0171 {0}, Ada Sample",
                "Rückfragen an {0} (Nachtdienst)",
            )
        )
        return form.format(word)

    def note(self) -> str:
        """Make up something for another desk."""
        return self.say(internal=True)


def in_element(secrets: Secrets) -> str:
    """Hide a word in a block whose class, role, audience or id says so."""
    dice = secrets.dice
    key = dice.choice(("class", "role", "audience", "id"))
    name = dice.choice(NAMES)
    tag = dice.choice(("p", "div", "section", "aside", "h2", "h3", "blockquote"))
    inner = escape(secrets.say())
    if tag in {"div", "section", "aside", "blockquote"}:
        inner = f"<p>{inner}</p>"
    return f'<{tag} {key}="{name}">{inner}</{tag}>'


def in_part(secrets: Secrets) -> str:
    """Hide a word in a part of a block: an entry, a cell, a phrase, a caption."""
    name, word = secrets.dice.choice(NAMES), escape(secrets.say())
    parts = secrets.dice.choice(
        (
            f'<ul><li>Bread</li><li class="{name}">{word}</li></ul>',
            f'<ul class="{name}"><li>{word}</li></ul>',
            f'<p>It rained <span class="{name}">{word}</span> all day.</p>',
            f'<p>It rained <b class="{name}">{word}</b> all day.</p>',
            f'<p class="{name}">It rained <b>{word}</b> all day.</p>',
            f'<table><tr><td>Rain</td><td class="{name}">{word}</td></tr></table>',
            f'<table><tr class="{name}"><td>{word}</td></tr><tr><td>Rain</td></tr>'
            "</table>",
            f'<table class="{name}"><tr><td>{word}</td></tr></table>',
            f'<figure class="{name}"><img src="https://example.org/a.jpg"'
            f' alt="{word}"/>'
            f"<figcaption>{word}</figcaption></figure>",
            '<figure><img src="https://example.org/a.jpg"/><figcaption>A ferry.'
            f'<span class="{name}">{word}</span></figcaption></figure>',
            f'<div><div><p>Wind.</p><div class="{name}"><div><p>{word}</p></div></div>'
            "</div></div>",
            f'<blockquote><p>Wind.</p><p class="{name}">{word}</p></blockquote>',
            f'<pre class="{name}">{word}</pre>',
            f'<h2>Wind <small class="{name}">{word}</small></h2>',
        )
    )
    key = secrets.dice.choice(("class", "class", "role", "audience", "id"))
    return parts.replace("class=", f"{key}=")


def in_silence(secrets: Secrets) -> str:
    """Hide a word where a browser shows nothing: comments, scripts, attributes."""
    word = escape(secrets.say())
    return secrets.dice.choice(
        (
            f"<!-- {word} -->",
            f"<p>Rain.<!-- {word} --></p>",
            f"<script>var a = '{word}';</script>",
            f"<style>p {{ content: '{word}' }}</style>",
            f"<noscript><p>{word}</p></noscript>",
            f"<template><p>{word}</p></template>",
            f'<form><input name="a" value="{word}"/><button>{word}</button></form>',
            f'<p data-contact="{word}">Rain.</p>',
            f'<p title="{word}">Rain.</p>',
            f"<p onclick=\"call('{word}')\">Rain.</p>",
            f"<footer><p>{word}</p></footer>",
            f"<nav>{word}</nav>",
            f'<iframe data-desk="{word}"></iframe>',
            f'<p>Rain <a href="mailto:{word}">fell</a>.</p>',
            f'<p>Rain <a href="tel:{word}">fell</a>.</p>',
        )
    )


def in_instruction(secrets: Secrets) -> str:
    """Hide a word in a processing instruction."""
    return f"<?desk {secrets.say()}?>"


def page(secrets: Secrets, *, instructions: bool = True) -> str:
    """Write copy with words hidden in it, in any order."""
    dice = secrets.dice
    ways = [in_element, in_element, in_part, in_silence]
    if instructions:
        ways.append(in_instruction)
    parts = [f"<p>{line}</p>" for line in COPY]
    for _ in range(dice.randint(1, 4)):
        parts.insert(dice.randint(0, len(parts)), dice.choice(ways)(secrets))
    if dice.random() < 0.25:
        parts += notebook(secrets)
    return "".join(parts)


def notebook(secrets: Secrets) -> list[str]:
    """Write a notebook as paragraphs: all that follows its heading is hidden."""
    heading, tag = secrets.dice.choice(HEADINGS), secrets.dice.choice("p h2 h3".split())
    return [
        f"<{tag}>{heading}</{tag}>",
        f"<p>{escape(secrets.say())}</p>",
        f"<ul><li>{escape(secrets.say())}</li></ul>",
    ]
