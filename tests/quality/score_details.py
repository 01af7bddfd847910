"""Dates and roles of the right edges of a graph, against gold that gives them.

    score_details.py GRAPH.json GOLD.json [--list]

Edges are matched as score_graph.py does it. Of an edge that is right and whose gold has a date, the date is right if a
statement of the edge has the very value; a role is right if a statement has it, whole or with words around it. Prints right
and given for each.
"""
import collections, json, sys

import score_graph


def read_json(path):
    with open(path, encoding='utf-8') as f:
        graph = json.load(f)
    nodes = {n['id']: {'label': n['label'], 'type': n['type'], 'names': [n['label']] + n.get('aliases', [])} for n in graph['nodes']}
    return nodes, graph['edges']


def same_role(a, b):
    a, b = a.casefold(), b.casefold()
    return a in b or b in a


def score(gold, nodes, edges):
    """Counts, and a list of (what, edge, wanted, found) that are wrong."""
    with open(gold.path, encoding='utf-8') as f:
        details = json.load(f)['edges']
    chosen, _, _ = score_graph.match_nodes(gold, nodes)
    counts, wrong, seen = collections.Counter(), [], set()
    for edge in edges:
        s, t = chosen[edge['source']], chosen[edge['target']]
        if s is None or t is None:
            continue
        for k, g in enumerate(gold.edges):
            if k in seen or edge['status'] not in g['statuses'] or not score_graph.accepts(gold, g, edge['relation'], s, t):
                continue
            seen.add(k)
            statements = edge['statements']
            if details[k].get('date'):
                dates = [x.get('date', {}).get('value', '') for x in statements]
                right = details[k]['date'] in dates
                counts['dates'] += 1
                counts['dates_right'] += right
                if not right:
                    wrong.append(('date', edge['id'], details[k]['date'], dates))
            if details[k].get('role'):
                roles = [x.get('role', '') for x in statements]
                right = any(r and same_role(r, details[k]['role']) for r in roles)
                counts['roles'] += 1
                counts['roles_right'] += right
                if not right:
                    wrong.append(('role', edge['id'], details[k]['role'], roles))
    return counts, wrong


def main(argv):
    counts, wrong = score(score_graph.Gold(argv[1]), *read_json(argv[0]))
    for what in ('dates', 'roles'):
        print('%s  right %d of %d' % (what, counts[what + '_right'], counts[what]))
    if '--list' in argv:
        for row in wrong:
            print('    %s of %s: %s, not %s' % row)


if __name__ == '__main__':
    main(sys.argv[1:])
