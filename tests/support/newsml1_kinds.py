"""One NewsML 1 file of each kind that is nested differently, as seeds for damage."""

from support.newsml1_files import (
    COPY,
    described,
    identifier,
    lines,
    management,
    news_item,
    newsline,
    newsml1,
    origin,
    part,
    photo,
    text,
)

HIDDEN = "Tel-555-0101"
NOTES = (
    "<NewsLines><HeadLine>UPDATE 1-Ferry</HeadLine><ByLine>By Ada Sample</ByLine>"
    "<DateLine>TURKU, Finland, Jan 2 (AFP) -</DateLine>"
    + newsline("AdvisoryLine", "CORRECTS name")
    + "</NewsLines>"
)
EMBARGO = (
    "<Urgency FormalName='3'/><StatusWillChange><FutureStatus FormalName='Usable'/>"
    "<DateAndTime>20161216T060000+0200</DateAndTime></StatusWillChange>"
)
CONTACT = part(text(f"<p>{HIDDEN}</p>"), role="Contact")
PHOTO = part(
    part(text("<p>A ferry.</p>"), role="Caption"),
    part(photo("a.JPG", Width="9", Height="6"), role="HighDef"),
    part(photo("b.JPG"), role="Thumbnail"),
    role="Photo",
)
SUBJECTS = described(
    "<SubjectCode><Subject FormalName='4000000'/></SubjectCode>",
    origin(City="Turku"),
    "<Genre FormalName='Update'/>",
    language="en",
)

ONE_TEXT = newsml1(
    news_item(part(NOTES, SUBJECTS, text(COPY), CONTACT, PHOTO), label="ferry"),
    envelope="<NewsProduct FormalName='A'/><Priority FormalName='2'/>",
)
EMBARGOED = newsml1(
    news_item(
        part(NOTES, part(text(f"<![CDATA[{COPY}]]>"), role="Main"), CONTACT),
        managed=management(status="Embargoed", more=EMBARGO),
    ),
    before="<!DOCTYPE NewsML SYSTEM 'x.dtd'>",
)
LANGUAGES = newsml1(
    news_item(
        part(
            *(
                part(
                    part(text(head), role="Title"),
                    part(text(f"&lt;p&gt;{head}.&lt;/p&gt;"), role="Body"),
                    CONTACT,
                    described(language=language),
                )
                for language, head in (("nl", "Boot"), ("fr", "Bateau"))
            )
        ),
        ids=identifier(provider="belga.be", item="0"),
    )
)
PACKAGE = newsml1(
    news_item(
        part(
            part(lines(headline="One"), text()),
            part(lines(headline="Two"), text(), CONTACT),
        )
    ),
    news_item(PHOTO, ids=identifier(item="PIC")),
)
KILL = newsml1(
    news_item(
        part(lines(headline="Ferry"), text("")), managed=management(status="Canceled")
    )
)
KINDS = {
    "one-text": ONE_TEXT,
    "embargoed": EMBARGOED,
    "languages": LANGUAGES,
    "package": PACKAGE,
    "kill": KILL,
}
