"""Holds a GraphML or GEXF file against the published schema in a folder: graph_schema.py FOLDER FORMAT FILE.

GEXF 1.3 was published as a grammar without colours and places; of 1.2 there is a schema with them, which holds for all that
1.3 kept. So a file of 1.3 is read as one of 1.2, with colours and places in the namespace in which that schema has them.
"""
import re
import sys
from lxml import etree

folder, form, path = sys.argv[1:4]


def schema(name):
    text = open(f"{folder}/{name}.xsd", encoding="utf-8").read()
    return re.sub(r'schemaLocation="[^"]*/(\w+\.xsd)"', r'schemaLocation="\1"', text)


def as_1_2(text):
    text = text.replace('"http://gexf.net/1.3"', '"http://www.gexf.net/1.2draft"').replace('version="1.3"', 'version="1.2"')
    return text.replace("<viz:", "<").replace('xmlns:viz="http://gexf.net/1.3/viz"', "")


text = open(path, encoding="utf-8").read()
text = as_1_2(text) if form == "gexf" else text
rules = etree.XMLSchema(etree.fromstring(schema(form).encode(), base_url=f"{folder}/"))
if not rules.validate(etree.fromstring(text.encode())):
    sys.exit("\n".join(f"line {fault.line}: {fault.message}" for fault in list(rules.error_log)[:5]))
