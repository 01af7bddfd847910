#!/usr/bin/env python3
"""Compare an exported graph (GraphML) with a gold graph (JSON). The rules are in README.md.

    score_graph.py out.graphml gold.json            one article, or one group of articles (gold with "articles")
    score_graph.py exports/ gold/                   a folder: exports/NAME.graphml for each gold/.../NAME.json
    --json          everything as JSON        --list        name every edge that is wrong and every core edge that is missing
    --min-confidence X                        leave out edges below this confidence
"""
import argparse
import collections
import json
import os
import re
import sys
import unicodedata
import xml.etree.ElementTree as ET

SYMMETRIC = {'meets', 'talks_to', 'cooperates_with', 'trades_with', 'competes_with', 'spouse_of', 'relative_of', 'ally_of', 'rival_of'}
OPEN = {'related_to', 'says_about'}          # off by default in the tool: neither right nor wrong
STATUSES = ('asserted', 'negated', 'unrealized')
TITLES = set('''president vice prime minister premier chancellor king queen prince princess pope mr mrs ms miss dr sir lord lady dame
 senator sen rep representative congressman congresswoman governor gov mayor judge justice general gen colonel col captain capt
 lieutenant lt sergeant sgt admiral professor prof secretary ambassador chairman chairwoman chief executive ceo foreign defence
 defense finance interior'''.split())


# ---------------------------------------------------------------- names

def plain(name):
    """Unicode, case, quotes, points, hyphens, possessive, leading article."""
    s = unicodedata.normalize('NFKD', name)
    s = ''.join(c for c in s if not unicodedata.combining(c)).casefold()
    s = s.replace('’', "'").replace('‘', "'").replace('`', "'")
    s = re.sub(r"'s\b|(?<=s)'(?=\s|$)", '', s)
    s = s.replace('.', '')
    s = re.sub(r'[^\w&+/]+', ' ', s).strip()
    return re.sub(r'^(?:the|a|an) (?=\S)', '', s)


def untitled(name):
    words = plain(name).split()
    while len(words) > 1 and words[0] in TITLES:
        words = words[1:]
    return ' '.join(words)


# ---------------------------------------------------------------- reading

def read_graphml(path):
    root = ET.parse(path).getroot()
    ns = root.tag[:root.tag.index('}') + 1] if root.tag.startswith('{') else ''
    keys, defaults = {}, {'node': {}, 'edge': {}}
    for k in root.iter(ns + 'key'):
        name = (k.get('attr.name') or k.get('id')).lower()
        keys[k.get('id')] = name
        d = k.find(ns + 'default')
        if d is not None:
            for kind in ('node', 'edge') if k.get('for') == 'all' else (k.get('for'),):
                if kind in defaults:
                    defaults[kind][name] = d.text or ''

    def data(el, kind):
        out = dict(defaults[kind])
        for d in el.findall(ns + 'data'):
            out[keys.get(d.get('key'), (d.get('key') or '').lower())] = ''.join(d.itertext()).strip()
        return out

    nodes, edges = {}, []
    for graph in root.iter(ns + 'graph'):
        for n in graph.findall(ns + 'node'):
            d = data(n, 'node')
            label = d.get('label') or d.get('name') or n.get('id')
            nodes[n.get('id')] = {'id': n.get('id'), 'label': label, 'type': (d.get('type') or '').lower(),
                                  'names': [label] + [a for a in split_aliases(d.get('aliases', '')) if a != label]}
        for e in graph.findall(ns + 'edge'):
            d = data(e, 'edge')
            try:
                confidence = float(d.get('confidence', '') or 1)
            except ValueError:
                confidence = 1.0
            edges.append({'source': e.get('source'), 'target': e.get('target'), 'relation': d.get('relation') or d.get('label') or '',
                          'status': (d.get('status') or 'asserted').lower(), 'confidence': confidence, 'documents': count_of(d.get('documents')),
                          'evidence': d.get('evidence', '')})
    return nodes, edges


def split_aliases(text):
    text = text.strip()
    if text.startswith('['):
        try:
            return [str(x).strip() for x in json.loads(text) if str(x).strip()]
        except ValueError:
            pass
    return [x.strip() for x in text.split('|') if x.strip()]


def count_of(text):
    """`documents` may be a number or a list of document names."""
    if not text:
        return None
    return int(float(text)) if re.fullmatch(r'\d+(\.\d+)?', text) else len(split_aliases(text))


class Gold:
    def __init__(self, path):
        with open(path, encoding='utf-8') as f:
            g = json.load(f)
        self.path, self.nodes = path, g['nodes']
        self.group = g.get('articles')
        self.by_label, self.index, self.index2 = {}, collections.defaultdict(set), collections.defaultdict(set)
        for i, n in enumerate(self.nodes):
            self.by_label[n['label']] = i
            for a in [n['label']] + n.get('aliases', []):
                self.index[plain(a)].add(i)
                if n['type'] == 'person':
                    self.index2[untitled(a)].add(i)
        self.edges = []
        for e in g['edges']:
            statuses = set(STATUSES) if e.get('any_status') else {'negated' if e.get('negated') else 'unrealized' if e.get('unrealized') else 'asserted'}
            self.edges.append({'s': self.resolve(e['source']), 't': self.resolve(e['target']), 'rels': [e['relation']] + e.get('alt', []),
                               'statuses': statuses, 'core': e.get('need', 'core') == 'core', 'articles': e.get('articles'), 'why': e.get('why', '')})
        # names of an office that may stand for the state (White House, United States): one node or two, both are right
        self.alike = {i: {i} for i in range(len(self.nodes))}
        for a, b in g.get('may_merge', []):
            a, b = self.resolve(a), self.resolve(b)
            self.alike[a].add(b)
            self.alike[b].add(a)
        self.distinct = [tuple(self.resolve(x) for x in pair) for pair in g.get('distinct', [])]

    def resolve(self, name):
        if name in self.by_label:
            return self.by_label[name]
        hits = [i for i, n in enumerate(self.nodes) if name in n.get('aliases', [])] or sorted(self.index[plain(name)])
        if len(hits) != 1:
            raise ValueError('%s: %r names %d nodes' % (self.path, name, len(hits)))
        return hits[0]

    def candidates(self, name, person):
        hits = self.index.get(plain(name), set())
        if not hits and person:
            hits = self.index2.get(untitled(name), set())
        return hits

    def types(self, i):
        return {self.nodes[i]['type'], *self.nodes[i].get('type_alt', [])}


# ---------------------------------------------------------------- matching

def match_nodes(gold, nodes):
    """{exported id: gold index or None}, the gold nodes that one exported node wrongly mixes, and those that it may hold."""
    chosen, mixed, both = {}, {}, {}
    for nid, n in nodes.items():
        person = n['type'] in ('person', '')
        hits = [gold.candidates(x, person) for x in n['names']]
        votes = collections.Counter()
        for rank, h in enumerate(hits):
            for i in h:
                votes[i] += 1.0 / len(h) + (0.5 if n['type'] in gold.types(i) else 0) + (2.0 if rank == 0 else 0)
        chosen[nid] = min(votes, key=lambda i: (-votes[i], i)) if votes else None
        sure = {next(iter(h)) for h in hits if len(h) == 1}
        if chosen[nid] is not None:
            sure.add(chosen[nid])
            both[nid] = sure & gold.alike[chosen[nid]]
            sure -= gold.alike[chosen[nid]] - {chosen[nid]}
        if len(sure) > 1:
            mixed[nid] = sure
    return chosen, mixed, both


def accepts(gold, gold_edge, relation, s, t):
    if relation not in gold_edge['rels']:
        return False
    source, target = gold.alike[gold_edge['s']], gold.alike[gold_edge['t']]
    return s in source and t in target or relation in SYMMETRIC and t in source and s in target


def ratio(a, b):
    return a / b if b else None


def f1(p, r):
    return None if p is None or r is None else 2 * p * r / (p + r) if p + r else 0.0


def score(gold, nodes, edges, min_confidence=0.0):
    """Counts (which add up over articles) and lists."""
    c, lists = collections.Counter(), collections.defaultdict(list)
    label = lambda i: gold.nodes[i]['label']
    nodes = dict(nodes)
    chosen, mixed, both = match_nodes(gold, nodes)
    for nid, n in list(nodes.items()):                       # concepts are an option of the tool: unmatched ones do not count
        if n['type'] == 'concept' and chosen[nid] is None:
            del nodes[nid]
    holders = collections.defaultdict(list)
    for nid in nodes:
        if chosen[nid] is not None:
            holders[chosen[nid]].append(nid)
    found_nodes = set().union(holders, *(both[k] for k in nodes if chosen[k] is not None))
    c['nodes_exported'] = len(nodes)
    c['nodes_matched'] = len(holders)
    c['nodes_found'] = len(found_nodes)
    c['nodes_unknown'] = sum(chosen[k] is None for k in nodes)
    c['nodes_duplicate'] = sum(len(v) - 1 for v in holders.values())
    c['nodes_mixed'] = len(mixed)
    c['nodes_gold'] = len(gold.nodes)
    c['types_right'] = sum(any(nodes[k]['type'] in gold.types(g) for k in v) for g, v in holders.items())
    for i, n in enumerate(gold.nodes):
        core = n.get('need', 'core') == 'core'
        c['nodes_core'] += core
        c['nodes_core_found'] += core and i in found_nodes
        c['aliases_gold'] += len(n.get('aliases', [])) if i in holders else 0
        if i in holders:
            best = max(holders[i], key=lambda k: len(nodes[k]['names']))
            have = {plain(x) for x in nodes[best]['names']} | {untitled(x) for x in nodes[best]['names']}
            c['aliases_found'] += sum(plain(a) in have or untitled(a) in have for a in n.get('aliases', []))
            c['nodes_whole'] += len(holders[i]) == 1
            if len(holders[i]) > 1:
                lists['split'].append([label(i), [nodes[k]['label'] for k in holders[i]]])
        elif core and i not in found_nodes:
            lists['missing_nodes'].append(label(i))
    for k, v in mixed.items():
        lists['merged'].append([nodes[k]['label'], sorted(label(i) for i in v)])
    lists['unknown_nodes'] = sorted(nodes[k]['label'] for k in nodes if chosen[k] is None)

    # pairs that must stay apart
    inside = lambda i: {k for k in nodes if i == chosen[k] or i in mixed.get(k, ())}
    for a, b in gold.distinct:
        c['pairs'] += 1
        if inside(a) & inside(b):
            c['pairs_joined'] += 1
            lists['joined'].append([label(a), label(b)])
        elif inside(a) and inside(b):
            c['pairs_apart'] += 1

    # edges
    seen = {}
    for e in edges:
        if e['confidence'] < min_confidence or e['source'] not in nodes or e['target'] not in nodes:
            continue
        c['edges_exported'] += 1
        if e['relation'] in OPEN:
            c['edges_open'] += 1
            continue
        s, t = chosen[e['source']], chosen[e['target']]
        if s is None or t is None:
            c['edges_unknown'] += 1
            continue
        if e['relation'] in SYMMETRIC and s > t:
            s, t = t, s
        key = (s, e['relation'], t, e['status'])
        if key in seen:
            c['edges_repeated'] += 1
            continue
        seen[key] = e
    found, confusion = set(), collections.Counter()
    for (s, rel, t, status), e in sorted(seen.items(), key=lambda x: x[0]):
        c['edges_scored'] += 1
        fits = [k for k, g in enumerate(gold.edges) if accepts(gold, g, rel, s, t)]
        good = [k for k in fits if status in gold.edges[k]['statuses']]
        row = [label(s), rel, label(t), status, e['evidence']]
        if good:
            c['edges_right'] += 1
            found.update(good)
            nearest = min(good, key=lambda k: ({s, t} != {gold.edges[k]['s'], gold.edges[k]['t']}, gold.edges[k]['rels'][0] != rel))
            arts = gold.edges[nearest]['articles']
            if arts and e['documents'] is not None:
                c['support_known'] += 1
                c['support_right'] += e['documents'] == len(arts)
            continue
        if fits:
            c['edges_wrong_status'] += 1
            lists['wrong_status'].append(row)
        elif s != t and any(accepts(gold, g, rel, t, s) for g in gold.edges):
            c['edges_wrong_direction'] += 1
            lists['wrong_direction'].append(row)
        elif s != t and any({s, t} == {g['s'], g['t']} for g in gold.edges):
            c['edges_wrong_relation'] += 1
            lists['wrong_relation'].append(row)
            gold_rels = sorted({g['rels'][0] for g in gold.edges if (g['s'], g['t']) == (s, t)} or
                               {'(reversed) ' + g['rels'][0] for g in gold.edges if (g['t'], g['s']) == (s, t)})
            confusion[' / '.join(gold_rels) + ' <- ' + rel] += 1
        else:
            c['edges_wrong_pair'] += 1
            lists['wrong_pair'].append(row)
    for k, g in enumerate(gold.edges):
        plain_core = g['core'] and 'asserted' in g['statuses']
        c['core'] += plain_core
        c['core_found'] += plain_core and k in found
        c['core_other'] += g['core'] and not plain_core
        c['core_other_found'] += g['core'] and not plain_core and k in found
        c['extra'] += not g['core']
        c['extra_found'] += not g['core'] and k in found
        if g['core'] and k not in found:
            lists['missing_edges'].append([label(g['s']), g['rels'][0], label(g['t']), '/'.join(x for x in STATUSES if x in g['statuses']), g['why']])
    return c, lists, confusion


def measures(c):
    m = {'node_precision': ratio(c['nodes_matched'], c['nodes_exported']), 'node_recall_core': ratio(c['nodes_core_found'], c['nodes_core']),
         'node_recall_all': ratio(c['nodes_found'], c['nodes_gold']), 'type_accuracy': ratio(c['types_right'], c['nodes_matched']),
         'alias_recall': ratio(c['aliases_found'], c['aliases_gold']),
         'edge_precision': ratio(c['edges_right'], c['edges_scored']), 'edge_recall_core': ratio(c['core_found'], c['core']),
         'edge_recall_core_unasserted': ratio(c['core_other_found'], c['core_other']), 'edge_recall_extra': ratio(c['extra_found'], c['extra']),
         'status_accuracy': ratio(c['edges_right'], c['edges_right'] + c['edges_wrong_status']),
         'direction_accuracy': ratio(c['edges_right'], c['edges_right'] + c['edges_wrong_direction']),
         'unknown_edge_share': ratio(c['edges_unknown'], c['edges_exported'])}
    m['node_f1'] = f1(m['node_precision'], m['node_recall_core'])
    # nothing exported: recall 0, precision undefined, F1 0
    m['edge_f1'] = f1(m['edge_precision'] if m['edge_precision'] is not None else 0.0, m['edge_recall_core'])
    if c['pairs']:
        m['pairs_apart'] = ratio(c['pairs_apart'], c['pairs'])
        m['nodes_whole'] = ratio(c['nodes_whole'], c['nodes_matched'])
    if c['support_known']:
        m['support_accuracy'] = ratio(c['support_right'], c['support_known'])
    return m


# ---------------------------------------------------------------- running

def gold_name(path):
    base = os.path.splitext(os.path.basename(path))[0]
    return os.path.basename(os.path.dirname(os.path.abspath(path))) if base == 'story' else base


def pairs_of(export, gold):
    """[(name, gold path, export path or None)]"""
    if os.path.isfile(gold):
        if os.path.isdir(export):
            export = os.path.join(export, gold_name(gold) + '.graphml')
        return [(gold_name(gold), gold, export)]
    out = []
    for folder, dirs, files in os.walk(gold):
        dirs.sort()
        for f in sorted(files):
            if f.endswith('.json'):
                p = os.path.join(folder, f)
                with open(p, encoding='utf-8') as h:
                    if 'edges' not in json.load(h):
                        continue
                x = os.path.join(export, gold_name(p) + '.graphml')
                out.append((gold_name(p), p, x if os.path.exists(x) else None))
    return out


def pct(x):
    return '   –  ' if x is None else '%6.1f' % (100 * x)


def report(name, c, m):
    out = ['%s' % name,
           '  nodes   P %s  R(core) %s  F1 %s   types %s  aliases %s' % tuple(pct(m[k]) for k in ('node_precision', 'node_recall_core', 'node_f1', 'type_accuracy', 'alias_recall')),
           '          exported %d, in gold %d, unknown %d, duplicates %d, wrongly merged %d' % tuple(c[k] for k in ('nodes_exported', 'nodes_matched', 'nodes_unknown', 'nodes_duplicate', 'nodes_mixed')),
           '  edges   P %s  R(core) %s  F1 %s   status %s  direction %s' % tuple(pct(m[k]) for k in ('edge_precision', 'edge_recall_core', 'edge_f1', 'status_accuracy', 'direction_accuracy')),
           '          exported %d, scored %d, right %d; wrong status %d, direction %d, relation %d, pair %d; unknown node %d, open %d' % tuple(
               c[k] for k in ('edges_exported', 'edges_scored', 'edges_right', 'edges_wrong_status', 'edges_wrong_direction', 'edges_wrong_relation', 'edges_wrong_pair', 'edges_unknown', 'edges_open')),
           '          core %d of %d, core negated/unrealized %d of %d, extra %d of %d' % tuple(c[k] for k in ('core_found', 'core', 'core_other_found', 'core_other', 'extra_found', 'extra'))]
    if c['pairs']:
        out.append('  merging pairs apart %d of %d (joined %d), nodes whole %s%s' % (c['pairs_apart'], c['pairs'], c['pairs_joined'], pct(m['nodes_whole']).strip(),
                   ', documents right %d of %d' % (c['support_right'], c['support_known']) if c['support_known'] else ''))
    return '\n'.join(out)


def main(argv=None):
    ap = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    ap.add_argument('export', help='GraphML file, or a folder of NAME.graphml')
    ap.add_argument('gold', help='gold JSON, or a folder of them')
    ap.add_argument('--json', action='store_true')
    ap.add_argument('--list', action='store_true')
    ap.add_argument('--min-confidence', type=float, default=0.0)
    a = ap.parse_args(argv)
    total, confusion, rows = collections.Counter(), collections.Counter(), []
    for name, gpath, xpath in pairs_of(a.export, a.gold):
        g = Gold(gpath)
        if xpath is None:
            print('no export for %s: counted as an empty graph' % name, file=sys.stderr)
        nodes, edges = read_graphml(xpath) if xpath else ({}, [])
        c, lists, conf = score(g, nodes, edges, a.min_confidence)
        total.update(c)
        confusion.update(conf)
        rows.append({'name': name, 'counts': dict(c), 'measures': measures(c), 'lists': lists})
    if not rows:
        print('no gold graphs in %s' % a.gold, file=sys.stderr)
        return 1
    m = measures(total)
    if a.json:
        print(json.dumps({'articles': rows, 'micro': {'counts': dict(total), 'measures': m}, 'confusion': dict(confusion.most_common())}, ensure_ascii=False, indent=1))
        return 0
    for r in rows:
        print(report(r['name'], collections.Counter(r['counts']), r['measures']))
        if a.list:
            for k, v in r['lists'].items():
                for x in v:
                    print('    %s: %s' % (k.replace('_', ' '), '  '.join('/'.join(y) if isinstance(y, list) else str(y) for y in x) if isinstance(x, list) else x))
    if len(rows) > 1:
        print(report('ALL (micro, %d graphs)' % len(rows), total, m))
    if confusion:
        print('relations taken for another (gold <- exported):')
        for k, n in confusion.most_common(25):
            print('  %3d  %s' % (n, k))
    return 0


if __name__ == '__main__':
    sys.exit(main())
