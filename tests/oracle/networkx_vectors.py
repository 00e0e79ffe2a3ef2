"""Two-mode graphs and what networkx measures of them: Davis' Southern Women and random ones with several parts.

usage: networkx_vectors.py SEED COUNT

A JSON list on standard output. Actors are 0 … n-1, networks n … n+m-1.
"""

import json
import math
import random
import sys

import networkx as nx
from networkx.algorithms import bipartite
from networkx.algorithms.link_analysis import pagerank_alg


def measured(n, m, ties):
    graph = nx.Graph()
    graph.add_nodes_from(range(n + m))
    graph.add_edges_from((a, n + b) for a, b in ties)
    actors, nodes = range(n), range(n + m)

    def row(values):
        return [values[node] for node in nodes]

    cuts = set(nx.articulation_points(graph))
    projection = bipartite.projected_graph(graph, actors)
    real = lambda value: None if math.isnan(value) else value
    groups = {actor: (actor * 7 + n) % 4 for actor in actors}
    nx.set_node_attributes(projection, groups, "group")
    mixing = nx.attribute_mixing_dict(projection, "group")
    # Each tie inside a group is counted from both ends, one between groups once from each.
    inside = [mixing.get(group, {}).get(group, 0) / 2 for group in range(4)]
    outside = [sum(count for other, count in mixing.get(group, {}).items() if other != group) for group in range(4)]
    bodies = range(n, n + m)
    jaccard = bipartite.overlap_weighted_projected_graph(graph, bodies)
    overlap = bipartite.overlap_weighted_projected_graph(graph, bodies, jaccard=False)
    newman = bipartite.collaboration_weighted_projected_graph(graph, bodies)
    shared = bipartite.weighted_projected_graph(graph, bodies)
    # The implementation without numpy, so that networkx is all this needs.
    rank = pagerank_alg._pagerank_python(graph, tol=1e-13, max_iter=1000)
    constraint, size = nx.constraint(projection), nx.effective_size(projection)
    return {
        "n": n,
        "m": m,
        "ties": ties,
        "degree": row(dict(graph.degree())),
        "degree_centrality": row(bipartite.degree_centrality(graph, actors)),
        "betweenness": row(nx.betweenness_centrality(graph, normalized=False)),
        "betweenness_centrality": row(bipartite.betweenness_centrality(graph, actors)),
        "closeness_centrality": row(bipartite.closeness_centrality(graph, actors)),
        "k_core": row(nx.core_number(graph)),
        "cut_point": [node in cuts for node in nodes],
        "density": bipartite.density(graph, actors),
        "components": sorted((len(part) for part in nx.connected_components(graph)), reverse=True),
        "bridges": sorted([min(tie), max(tie) - n] for tie in nx.bridges(graph)),
        "constraint": [real(constraint[actor]) for actor in actors],
        "pagerank": row(rank),
        "groups": [groups[actor] for actor in actors],
        "inside": inside,
        "outside": outside,
        "shared": sorted(
            [
                min(a, b) - n,
                max(a, b) - n,
                weight,
                jaccard[a][b]["weight"],
                overlap[a][b]["weight"],
                newman[a][b]["weight"],
            ]
            for a, b, weight in shared.edges(data="weight")
        ),
        "effective_size": [real(size[actor]) for actor in actors],
    }


def davis():
    graph = nx.davis_southern_women_graph()
    women, events = graph.graph["top"], graph.graph["bottom"]
    return len(women), len(events), sorted([women.index(w), events.index(e)] for w in women for e in graph[w])


def some(rng):
    n, m = rng.randint(3, 40), rng.randint(2, 15)
    share = rng.choice([0.03, 0.06, 0.12, 0.3])
    return n, m, [[a, b] for a in range(n) for b in range(m) if rng.random() < share]


rng = random.Random(int(sys.argv[1]))
print(json.dumps([measured(*davis())] + [measured(*some(rng)) for _ in range(int(sys.argv[2]))]))
