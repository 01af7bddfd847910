#!/bin/sh
# Draws the picture of README.md: the largest part of the graph of the sample articles.
#
# usage: draw_seeds.sh NEWSGRAPH SEEDS SVG        (needs Graphviz)
set -eu
"$1" build "$2" -f dot | ccomps -zX#0 | dot -Glabel= -Tsvg -o "$3"
