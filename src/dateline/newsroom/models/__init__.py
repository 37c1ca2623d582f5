"""What the newsroom keeps, one file a model.

Importing all of them here is what Django asks for: it looks for models in
``models`` alone.
"""

from dateline.newsroom.models.author import Author
from dateline.newsroom.models.city import City
from dateline.newsroom.models.desk_zone import DeskZone
from dateline.newsroom.models.due import Due
from dateline.newsroom.models.first_save import FirstSave
from dateline.newsroom.models.front import Front, FrontPlace, FrontRelated
from dateline.newsroom.models.grievance import Grievance
from dateline.newsroom.models.live_entry import LiveEntry
from dateline.newsroom.models.package_part import PackagePart
from dateline.newsroom.models.picture import Picture
from dateline.newsroom.models.picture_use import PictureUse
from dateline.newsroom.models.proposal import Proposal
from dateline.newsroom.models.routing_rule import RoutingRule
from dateline.newsroom.models.section import Section
from dateline.newsroom.models.story import Story
from dateline.newsroom.models.suspect import Suspect
from dateline.newsroom.models.taster import Taster
from dateline.newsroom.models.topic import Topic
from dateline.newsroom.models.wire_band import WireBand
from dateline.newsroom.models.wire_file import WireFile
from dateline.newsroom.models.wire_item import WireItem
from dateline.newsroom.models.wire_picture import WirePicture, WirePictureUse
from dateline.newsroom.models.wire_source import WireSource

__all__ = [
    "Author",
    "City",
    "DeskZone",
    "Due",
    "FirstSave",
    "Front",
    "FrontPlace",
    "FrontRelated",
    "Grievance",
    "LiveEntry",
    "PackagePart",
    "Picture",
    "PictureUse",
    "Proposal",
    "RoutingRule",
    "Section",
    "Story",
    "Suspect",
    "Taster",
    "Topic",
    "WireBand",
    "WireFile",
    "WireItem",
    "WirePicture",
    "WirePictureUse",
    "WireSource",
]
