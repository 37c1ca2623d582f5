"""NewsML 1 of our own making, in the forms of several agencies."""

from zoneinfo import ZoneInfo

from dateline.wire.source import SourceRules

PARIS = SourceRules(name="acme", zone=ZoneInfo("Europe/Paris"))
COPY = "<p>The ferry left the harbour at noon.</p><p>It came back at dusk.</p>"


def identifier(
    *,
    provider: str = "acme.example",
    date: str = "20161215",
    item: str = "FERRY1",
    revision: str = "1",
    public: str | None = None,
    previous: str = "0",
    update: str = "N",
) -> str:
    """Write a NewsIdentifier; ``public`` None is what the standard says."""
    if public is None:
        public = f"urn:newsml:{provider}:{date}:{item}:{revision}"
    return (
        f"<NewsIdentifier><ProviderId>{provider}</ProviderId><DateId>{date}</DateId>"
        f"<NewsItemId>{item}</NewsItemId><RevisionId PreviousRevision='{previous}' "
        f"Update='{update}'>{revision}</RevisionId>"
        f"<PublicIdentifier>{public}</PublicIdentifier></NewsIdentifier>"
    )


def management(
    *,
    status: str = "Usable",
    created: str = "20161215T090000+0000",
    kind: str = "News",
    more: str = "",
) -> str:
    """Write a NewsManagement."""
    return (
        f"<NewsManagement><NewsItemType FormalName='{kind}'/>"
        f"<FirstCreated>20161215T080000+0000</FirstCreated>"
        f"<ThisRevisionCreated>{created}</ThisRevisionCreated>"
        f"<Status FormalName='{status}'/>{more}</NewsManagement>"
    )


def text(body: str = COPY, *, form: str = "XHTML", more: str = "") -> str:
    """Write a ContentItem that holds text."""
    return (
        f"<ContentItem><MediaType FormalName='Text'/><Format FormalName='{form}'/>"
        f"{more}<DataContent>{body}</DataContent></ContentItem>"
    )


def photo(href: str, **properties: str) -> str:
    """Write a ContentItem that is a file of a photo."""
    said = "".join(
        f"<Property FormalName='{name}' Value='{value}'/>"
        for name, value in properties.items()
    )
    return (
        f"<ContentItem Href='{href}'><MediaType FormalName='Photo'/>"
        f"<Characteristics><SizeInBytes>1000</SizeInBytes>{said}</Characteristics>"
        "</ContentItem>"
    )


def part(*inner: str, role: str = "", attributes: str = "") -> str:
    """Write a NewsComponent."""
    its_role = f"<Role FormalName='{role}'/>" if role else ""
    return f"<NewsComponent {attributes}>{its_role}{''.join(inner)}</NewsComponent>"


def lines(**texts: str) -> str:
    """Write NewsLines; names in lower case are spelled as the standard does."""
    spelled = {
        "headline": "HeadLine",
        "subheadline": "SubHeadLine",
        "byline": "ByLine",
        "dateline": "DateLine",
        "creditline": "CreditLine",
        "copyrightline": "CopyrightLine",
        "rightsline": "RightsLine",
        "slugline": "SlugLine",
        "keywordline": "KeywordLine",
    }
    written = "".join(
        f"<{spelled[name]}>{value}</{spelled[name]}>" for name, value in texts.items()
    )
    return f"<NewsLines>{written}</NewsLines>"


def newsline(kind: str, said: str) -> str:
    """Write a NewsLine of the agency's own kind."""
    return (
        f"<NewsLine><NewsLineType FormalName='{kind}'/>"
        f"<NewsLineText>{said}</NewsLineText></NewsLine>"
    )


def described(*inner: str, language: str = "") -> str:
    """Write a DescriptiveMetadata."""
    its_language = f"<Language FormalName='{language}'/>" if language else ""
    return f"<DescriptiveMetadata>{its_language}{''.join(inner)}</DescriptiveMetadata>"


def origin(**properties: str) -> str:
    """Write where the copy comes from."""
    said = "".join(
        f"<Property FormalName='{name}' Value='{value}'/>"
        for name, value in properties.items()
    )
    return f"<Location HowPresent='Origin'>{said}</Location>"


def news_item(
    component: str | None = None,
    *,
    ids: str | None = None,
    managed: str | None = None,
    label: str = "",
    language: str = "en",
    attributes: str = "",
) -> str:
    """Write one NewsItem."""
    if component is None:
        component = part(lines(headline="Ferry leaves harbour"), text())
    named = f"<NameLabel>{label}</NameLabel>" if label else ""
    return (
        f"<NewsItem xml:lang='{language}' {attributes}><Identification>"
        f"{identifier() if ids is None else ids}{named}</Identification>"
        f"{management() if managed is None else managed}{component}</NewsItem>"
    )


def newsml1(*items: str, envelope: str = "", before: str = "", topics: str = "") -> str:
    """Write a file of NewsItems."""
    return (
        f"{before}<NewsML Version='1.2'><Catalog Href='http://example.invalid/c.xml'/>"
        f"{topics}<NewsEnvelope><DateAndTime>20161215T090500Z</DateAndTime>{envelope}"
        f"</NewsEnvelope>{''.join(items) if items else news_item()}</NewsML>"
    )
