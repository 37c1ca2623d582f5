"""The names of all elements of NewsML-G2 2.35, in lower case."""

from typing import Final

_NAMES: Final = """
a access accessstatus accountable action address affiliation altid altloc altrep area
assert assignedto audience bag bit born br broader by capacity catalog
catalogcontainer catalogitem catalogref ceasedtoexist channel circle concept
conceptextproperty conceptid conceptitem conceptref conceptset confirmation
contactinfo contentcreated contentmeta contentmetaextproperty contentmodified
contentset contributor copyrightholder copyrightnotice country created creator
creditline datamining dateline dates definition deliverableof delivereditemref
delivery derivedfrom derivedfromvalue description destination details died
digitalsourcetype dissolved duration ednote email embargoed end event eventdetails
events eventstatus exclaudience exdate expires exrule facet facetconcept fax filename
firstcreated founded g2contenttype generator genre geoareadetails group
groupextproperty groupref groupset hash hasinstrument header headerextproperty
headline hierarchyinfo hop hophistory icon im incomingfeedid infosource inline
inlinedata inlineref inlinexml instanceof itemclass itemcount itemmeta
itemmetaextproperty itemref itemset keyword knowledgeitem language line link locality
located location mainconcept memberof metadatacreator name narrower
newscontentcharacteristics newscoverage newscoverageextproperty newscoverageset
newscoveragestatus newsitem newsmessage note objectdetails occurstatus openhours
organisationdetails organiser origin origrep packageitem participant
participationrequirement partmeta partmetaextproperty party persondetails phone
planning planningextproperty planningitem poidetails polygon position postalcode
priority profile provider pubhistory published publishedextproperty pubstatus rating
rb rdate regiondelim registration related remotecontent remotecontentextproperty
remoteinfo rightsexpressiondata rightsexpressionxml rightsinfo rightsinfoextproperty
role rp rrule rt ruby sameas sameasscheme scheduled scheme schememeta
schememetaextproperty sender sent service signal slugline span start subject timedelim
timestamp title transmitid type urgency usageterms userinteraction versioncreated web
worldregion
"""
NAMES: Final = frozenset(_NAMES.split())
