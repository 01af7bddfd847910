#!/bin/sh
# Draws the picture of README.md: the largest part of the graph of the sample articles, from left to right, so that it is
# legible at the width of a page.
#
# usage: draw_seeds.sh NEWSGRAPH SEEDS SVG        (needs Graphviz)
set -eu
graph=$(mktemp)
trap 'rm -f "$graph" "$graph.part"' EXIT
"$1" build "$2" -f dot -o "$graph"
# Its status says whether there are other parts.
ccomps -zX#0 "$graph" >"$graph.part" || [ -s "$graph.part" ]
dot -Glayout=dot -Grankdir=LR -Granksep=0.4 -Gnodesep=0.15 -Gsplines=true -Glabel= -Tsvg -o "$3" "$graph.part"
