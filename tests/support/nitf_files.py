"""NITF and RBNews of our own making: each agency's form, our own sentences."""

import html

P = "<p>The ferry left the harbour at noon.</p>"


def nitf(
    *,
    docdata: str = "",
    doc_id: str = '<doc-id regsrc="ACME" id-string="acme:ferry"/>',
    issued: str = "20161215T090000+0900",
    status: str = "",
    meta: str = "",
    title: str = "Ferry leaves harbour",
    tobject: str = "",
    body_head: str = "<hedline><hl1>Ferry leaves harbour</hl1></hedline>",
    content: str = P,
    end: str = "",
    root: str = 'version="-//IPTC//DTD NITF 3.4//EN"',
    before: str = "",
    after_docdata: str = "",
) -> str:
    """Write one NITF document; ``status`` is the attributes of ``docdata``."""
    issue = f'<date.issue norm="{issued}"/>' if issued else ""
    return (
        f"{before}<nitf {root}><head><title>{title}</title>{meta}{tobject}"
        f"<docdata {status}>{doc_id}{issue}{docdata}</docdata>{after_docdata}</head>"
        f"<body><body.head>{body_head}</body.head>"
        f"<body.content>{content}</body.content>"
        f"<body.end>{end}</body.end></body></nitf>"
    )


def ntb(
    *,
    number: str = "00",
    version: str = "1",
    byline: str = "<byline>NTB</byline>",
    dateline: str = "Moss",
    content: str = P,
    slug: str = "ferje",
    issued: str = "2021-05-16T09:00:04",
) -> str:
    """Write a document in NTB's form."""
    return nitf(
        root='version="-//IPTC//DTD NITF 3.6//EN" baselang="nb-NO"',
        title="Ferja gikk",
        meta=f'<meta content="{slug}" name="NTBStikkord"/>'
        '<meta content="Nyhetstjenesten" name="NTBTjeneste"/>'
        '<meta content="1657" name="NTBIPTCSequence"/>',
        tobject='<tobject tobject.type="Innenriks">'
        '<tobject.property tobject.property.type="Nyheter"/><tobject.subject '
        'tobject.subject.refnum="12001000" tobject.subject.matter="Havn"/></tobject>',
        docdata=f'<urgency ed-urg="5"/><ed-msg info=""/><key-list><keyword key="{slug}"'
        f'/></key-list><du-key key="{slug}" version="{version}"/>'
        '<evloc state-prov="Norge" county-dist="Østfold"/>',
        doc_id=f'<doc-id regsrc="NTB" id-string="NTB1f9a0b77_{number}"/>',
        issued=issued,
        body_head=f"<hedline><hl1>Ferja gikk</hl1></hedline>{byline}"
        f"<distributor><org>NTB</org></distributor><dateline>{dateline}</dateline>",
        content=content,
        end='<tagline><a href="mailto:vakt@example.org">vakt@example.org</a></tagline>',
    )


def ap(
    *,
    slug: str = "BC-US--Ferry",
    dateline: str = "<dateline><location>CHATHAM, Mass. (AP)</location></dateline>",
    content: str = "<p>CHATHAM, Mass. (AP) -- The ferry left at noon.</p>",
    docdata: str = "",
    issued: str = "20161215T140000Z",
    meta: str = '<meta name="ap-service" content="ap-us"/>',
    byline: str = "",
) -> str:
    """Write a document in AP's form: nothing in it is an id."""
    return nitf(
        doc_id="",
        issued=issued,
        meta=meta,
        docdata=f'{docdata}<key-list><keyword key="{slug}"/></key-list>',
        body_head="<hedline><hl1>Ferry leaves harbour</hl1></hedline>"
        f"{byline}<distributor>The Associated Press</distributor>{dateline}",
        content=content,
    )


def pa(
    *,
    status: str = 'management-status="usable"',
    release: str = "",
    byline: str = "<byline><byttl>By Ada Sample, PA Political Editor</byttl></byline>",
    content: str = f"{P}<p>ends</p>",
    issued: str = "20160704T060000+0100",
    docdata: str = "",
) -> str:
    """Write a document in PA's form."""
    released = f'<date.release norm="{release}"/>' if release else ""
    return nitf(
        status=status,
        issued=issued,
        doc_id='<doc-id regsrc="PA" id-string="PA-2016-0704-0012"/>',
        docdata=f'<urgency ed-urg="4"/>{released}{docdata}'
        '<du-key key="PA-0704-FERRY" generation="1" version="1"/>',
        body_head=f"<hedline><hl1>Ferry leaves harbour</hl1></hedline>{byline}",
        content=content,
    )


def efe(
    *, by: str = "gr/bp", place: str = "Tegucigalpa", content: str | None = None
) -> str:
    """Write a document in EFE's form."""
    copy = f"<p>{place}, 2 ene (EFE).- El ferri salió a mediodía.</p><p>EFE</p>"
    return nitf(
        root='xml:lang="es"',
        doc_id='<doc-id regsrc="EFE" id-string="EFE-20160102-0077"/>',
        issued="20160102T120000+0100",
        body_head="<hedline><hl1>El ferri salió</hl1></hedline>"
        f"<byline>{by}</byline><dateline><location>{place}</location>"
        '<story.date norm="20160102">2 ene</story.date></dateline>',
        content=copy if content is None else content,
    )


def aap(*, paragraphs: int = 3, content: str = "") -> str:
    """Write a document in AAP's form: most paragraphs are empty."""
    filled = "".join(
        f"<p>Sentence {each} of the ferry.</p><p></p><p> &#160; </p>"
        for each in range(1, paragraphs + 1)
    )
    return nitf(
        doc_id='<doc-id regsrc="AAP" id-string="AAP.20160704.0042"/>',
        issued="2016-07-04T11:15:00",
        body_head="<hedline><hl1>Ferry leaves</hl1><hl2>On time</hl2></hedline>",
        content=content or f"{filled}<p>AAP RTV ar</p>",
    )


def ansa(
    *,
    byline: str = "Il traghetto per la Sardegna è partito senza ritardi",
    issued: str = "20161011T103000+0100",
    release: str = "",
) -> str:
    """Write a document in ANSA's form."""
    released = f'<date.release norm="{release}"/>' if release else ""
    return nitf(
        root='xml:lang="en"',
        doc_id='<doc-id regsrc="ANSA" id-string="ANSA-XNB-1011"/>',
        issued=issued,
        docdata=released,
        body_head="<hedline><hl1>Ferry leaves harbour</hl1></hedline>"
        f"<byline>{byline}</byline>",
        content="<p>(ANSA) - ROME, OCT 11 - The ferry left at noon.</p>",
    )


def rbnews(
    *,
    number: str = "20160704-117",
    flags: str = "",
    body: str = "<p>København /ritzau/: Færgen sejlede klokken 12.</p><p>/ritzau/</p>",
    extra: str = "<SubjectCode>4003000</SubjectCode>",
    created: str = "2016-07-04 11:15",
) -> str:
    """Write an item in Ritzau's own form; the body is escaped HTML."""
    return (
        f"<RBNews><NewsItem><Id>{number}</Id><Version>1</Version>"
        f"<PublishDate>{created}</PublishDate><Priority>4</Priority>{flags}"
        f"<Headline>Færgen sejlede</Headline><Byline>Ada Sample</Byline>{extra}"
        f"<Text>{html.escape(body)}</Text></NewsItem></RBNews>"
    )
