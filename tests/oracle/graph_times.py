"""How long igraph and networkx take on a graph, asked again and again so that rounds can alternate.

usage: graph_times.py; then a line `load N M FILE` (FILE: one tie a line, actor and network), `betweenness`, `projection`
or `values` on standard input; seconds, or the largest betweenness values, on standard output. Actors are 0 … n-1.
"""

import sys
import time

import igraph
import networkx as nx
from networkx.algorithms import bipartite

for line in sys.stdin:
    word, *rest = line.split()
    if word == "load":
        n, m = int(rest[0]), int(rest[1])
        ties = [tuple(map(int, tie.split())) for tie in open(rest[2])]
        graph = igraph.Graph(n + m, [(a, n + b) for a, b in ties])
        other = nx.Graph((a, n + b) for a, b in ties)
        print(igraph.__version__, nx.__version__, flush=True)
        continue
    begun = time.perf_counter()
    if word == "betweenness":
        values = graph.betweenness()
    elif word == "projection":
        bodies = [node for node in other if node >= n]
        pairs = bipartite.weighted_projected_graph(other, bodies)
    elif word == "values":
        print(*values, flush=True)
        continue
    elif word == "pairs":
        print(pairs.number_of_edges(), flush=True)
        continue
    print(time.perf_counter() - begun, flush=True)
