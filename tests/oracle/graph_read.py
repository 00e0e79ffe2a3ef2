"""Opens an exported graph with networkx (DOT with pydot, Pajek with networkx, Kumu by its fields) and says what is in it.

usage: graph_read.py FORMAT FILE

JSON on standard output: nodes by mode, ties by type, the attributes of each, some values. GraphML and GEXF are first held
against the rules of their formats (elements and their order, required attributes, types, ids that are there): not the
published schemas themselves, which lie on the net only, but what these say of what we write.
"""

import json
import re
import sys
from collections import Counter
from xml.etree import ElementTree

import networkx as nx

form, path = sys.argv[1:]
TOKEN = re.compile(r"^[-.\w:]+$")


def rules(root, space, allowed):
    """Holds a tree against: element → (attributes needed, attributes allowed, children in their order, text allowed)."""
    if not isinstance(root.tag, str):
        return
    name = root.tag.replace("{" + space + "}", "")
    needed, may, children, text = allowed[name]
    keys = set(root.attrib)
    assert needed <= keys <= needed | may, (name, keys)
    assert text or not (root.text or "").strip(), (name, root.text)
    places = []
    for child in root:
        short = child.tag.replace("{" + space + "}", "")
        assert short in children, (name, short)
        places.append(children.index(short))
        rules(child, space, allowed)
    assert places == sorted(places), (name, "order")


def check_graphml(root):
    space = "http://graphml.graphdrawing.org/xmlns"
    where = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
    rules(
        root,
        space,
        {
            "graphml": (set(), {where}, ["desc", "key", "graph"], False),
            "key": ({"id", "for", "attr.name", "attr.type"}, set(), ["desc", "default"], False),
            "graph": ({"edgedefault"}, {"id"}, ["desc", "node", "edge"], False),
            "desc": (set(), set(), [], True),
            "node": ({"id"}, set(), ["desc", "data"], False),
            "edge": ({"source", "target"}, {"id", "directed"}, ["desc", "data"], False),
            "data": ({"key"}, {"id"}, [], True),
        },
    )
    tag = lambda name: "{" + space + "}" + name
    keys = {}
    for key in root.iter(tag("key")):
        assert key.get("for") in ("all", "graph", "node", "edge", "hyperedge", "port", "endpoint", "graphml")
        assert key.get("attr.type") in ("boolean", "int", "long", "float", "double", "string")
        assert TOKEN.match(key.get("attr.name")) and key.get("id") not in keys
        keys[key.get("id")] = key
    ids = [node.get("id") for node in root.iter(tag("node"))]
    assert len(ids) == len(set(ids)) and all(map(TOKEN.match, ids))
    assert root.find(tag("graph")).get("edgedefault") in ("directed", "undirected")
    for edge in root.iter(tag("edge")):
        assert edge.get("source") in set(ids) and edge.get("target") in set(ids)
    for of in ("node", "edge"):
        for element in root.iter(tag(of)):
            used = [data.get("key") for data in element.findall(tag("data"))]
            assert len(used) == len(set(used)) and all(keys[key].get("for") == of for key in used)


def check_gexf(root):
    space, viz = "http://gexf.net/1.3", "{http://gexf.net/1.3/viz}"
    rules(
        root,
        space,
        {
            "gexf": ({"version"}, set(), ["meta", "graph"], False),
            "meta": (set(), {"lastmodifieddate"}, ["creator", "description"], False),
            "creator": (set(), set(), [], True),
            "description": (set(), set(), [], True),
            "graph": (set(), {"defaultedgetype", "mode"}, ["attributes", "nodes", "edges"], False),
            "attributes": ({"class"}, {"mode"}, ["attribute"], False),
            "attribute": ({"id", "title", "type"}, set(), [], False),
            "nodes": (set(), {"count"}, ["node"], False),
            "node": ({"id"}, {"label"}, ["attvalues", viz + "color", viz + "position"], False),
            "attvalues": (set(), set(), ["attvalue"], False),
            "attvalue": ({"for", "value"}, set(), [], False),
            "edges": (set(), {"count"}, ["edge"], False),
            "edge": ({"id", "source", "target"}, {"type", "label", "weight"}, ["attvalues"], False),
            viz + "color": ({"r", "g", "b"}, {"a"}, [], False),
            viz + "position": ({"x", "y"}, {"z"}, [], False),
        },
    )
    tag = lambda name: "{" + space + "}" + name
    for attributes in root.iter(tag("attributes")):
        assert attributes.get("class") in ("node", "edge")
        known = {attribute.get("id"): attribute for attribute in attributes}
        assert len(known) == len(attributes)
        for attribute in attributes:
            assert attribute.get("type") in ("integer", "double", "float", "boolean", "string", "long")
        for element in root.iter(tag(attributes.get("class"))):
            assert all(value.get("for") in known for value in element.iter(tag("attvalue")))
    for colour in root.iter(viz + "color"):
        assert all(0 <= int(colour.get(part)) <= 255 for part in "rgb")
    ids = [node.get("id") for node in root.iter(tag("node"))]
    edges = [edge.get("id") for edge in root.iter(tag("edge"))]
    assert len(ids) == len(set(ids)) and len(edges) == len(set(edges))
    assert all(edge.get(end) in set(ids) for edge in root.iter(tag("edge")) for end in ("source", "target"))


def bare(value):
    """A text without the quotes DOT puts round it."""
    if not isinstance(value, str) or not value.startswith('"'):
        return value
    return re.sub(r"\\(.)", r"\1", value[1:-1])


if form == "kumu":
    said = json.load(open(path, encoding="utf-8"))
    assert set(said) == {"elements", "connections"}
    graph = nx.MultiGraph()
    for element in said["elements"]:
        assert {"id", "label", "type"} <= set(element) and element["label"] not in graph
        graph.add_node(element["label"], **element)
    for connection in said["connections"]:
        assert {"from", "to", "type", "direction"} <= set(connection)
        assert connection["direction"] in ("undirected", "directed", "mutual")
        assert connection["from"] in graph and connection["to"] in graph
        graph.add_edge(connection["from"], connection["to"], **connection)
elif form == "graphml":
    check_graphml(ElementTree.parse(path).getroot())
    graph = nx.read_graphml(path)
elif form == "gexf":
    check_gexf(ElementTree.parse(path).getroot())
    graph = nx.read_gexf(path)
elif form == "dot":
    import pydot

    (parsed,) = pydot.graph_from_dot_file(path, encoding="utf-8")
    found = nx.nx_pydot.from_pydot(parsed)
    graph = nx.MultiGraph()
    for name, fields in found.nodes(data=True):
        graph.add_node(bare(name), **{key: bare(value) for key, value in fields.items()})
    for a, b, fields in found.edges(data=True):
        graph.add_edge(bare(a), bare(b), **{key: bare(value) for key, value in fields.items()})
elif form == "pajek":
    # networkx does not know the head of a two-mode file: the second number is taken out for it, nothing else.
    text = open(path, encoding="utf-8").read()
    head, rest = text.split("\n", 1)
    word, nodes, actors = head.split()
    lines = rest.split("\n*Edges\n")[0].split("\n")
    assert len(lines) == int(nodes) and all(line.startswith(f"{at + 1} ") for at, line in enumerate(lines))
    ends = [tuple(map(int, line.split()[:2])) for line in rest.split("*Edges\n")[1].split("\n") if line]
    assert all(a <= int(actors) < b <= int(nodes) for a, b in ends), "every tie leads from one mode to the other"
    # Labels that are there twice would be one node for networkx.
    numbered = [re.sub(r'^(\d+) "', r'\1 "\1 ', line) for line in lines]
    graph = nx.parse_pajek("\n".join([f"{word} {nodes}", *numbered, "*Edges", *rest.split("*Edges\n")[1].split("\n")]))
    for _, fields in graph.nodes(data=True):
        fields["mode"] = {"box": "actor", "ellipse": "network"}[fields["shape"]]
        fields["label"] = "-"
    for a, b, fields in graph.edges(data=True):
        fields["type"] = "membership"
    names = {line.split('"')[1] for line in lines}

nodes = list(graph.nodes(data=True))
edges = list(graph.edges(data=True))
label = lambda name, fields: fields.get("label", name)
print(
    json.dumps(
        {
            "modes": Counter(fields["mode"] for _, fields in nodes),
            "types": Counter(fields["type"] for *_, fields in edges),
            "node_fields": sorted({key for _, fields in nodes for key in fields}),
            "tie_fields": sorted({key for *_, fields in edges for key in fields}),
            "labels": sorted(names) if form == "pajek" else sorted(label(name, fields) for name, fields in nodes),
            "degree": sum(int(fields.get("degree", 0)) for _, fields in nodes),
            "between": sum(float(fields.get("betweenness", 0)) for _, fields in nodes),
        }
    )
)
