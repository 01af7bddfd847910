#!/usr/bin/env python3
"""Do the programs that read our graph files see in them what we wrote?

usage: check_readers.py [--reader NAME]... [--program NEWSGRAPH --work DIR --input FILE...] FILE...

Each FILE is GraphML or DOT; with --program, newsgraph first makes one of each from the inputs. GraphML read by a plain XML
parser is the reference: ids, labels, relations, weights and every other attribute. networkx and igraph have to give the
same. DOT is compared with the GraphML of the same name, if there is one: pydot and Graphviz' gvpr have to give the same
nodes and relations, and dot has to draw every node and line without a warning, as well-formed SVG. Readers: networkx,
igraph, pydot, graphviz (all by default). Exit 0 alike, 1 not, 77 no such reader here.
"""
import argparse
import collections
import html
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

READERS = ('networkx', 'igraph', 'pydot', 'graphviz')
DIFFERENT_IN_DOT = 300  # characters; longer labels are cut there


class Mismatch(Exception):
    pass


def same(what, got, wanted):
    if got == wanted:
        return
    missing, extra = wanted - got, got - wanted
    raise Mismatch('%s: missing %.300r, unexpected %.300r' % (what, list(missing)[:2], list(extra)[:2]))


def counted(things):
    return collections.Counter(tuple(sorted(x.items())) for x in things)


# --- GraphML: every attribute of every node and edge ---------------------------------------------

def local(tag):
    return tag.rsplit('}', 1)[-1]


def value(text, kind):
    return text if kind == 'string' else float(text)


def read_xml(path):
    root = ET.parse(path).getroot()
    keys = {k.get('id'): (k.get('attr.name'), k.get('attr.type')) for k in root.iter() if local(k.tag) == 'key'}
    nodes, edges = [], []
    for e in root.iter():
        if local(e.tag) not in ('node', 'edge'):
            continue
        attributes = {keys[d.get('key')][0]: value(d.text or '', keys[d.get('key')][1]) for d in e}
        if local(e.tag) == 'node':
            nodes.append(dict(attributes, id=e.get('id')))
        else:
            edges.append(dict(attributes, id=e.get('id'), source=e.get('source'), target=e.get('target')))
    return nodes, edges


def plain(attributes):
    return {k: float(v) if isinstance(v, (int, float)) else v for k, v in attributes.items() if v is not None}


def read_networkx(path):
    import networkx
    g = networkx.read_graphml(path, force_multigraph=True)
    nodes = [dict(plain(a), id=n) for n, a in g.nodes(data=True)]
    edges = [dict(plain(a), id=k, source=s, target=t) for s, t, k, a in g.edges(keys=True, data=True)]
    return nodes, edges


def read_igraph(path):
    import igraph
    g = igraph.Graph.Read_GraphML(str(path))
    # An absent string is '', an absent number is NaN there.
    clean = lambda a: {k: v for k, v in plain(a).items() if v != '' and v == v}
    nodes = [clean(v.attributes()) for v in g.vs]
    edges = [dict(clean(e.attributes()), source=g.vs[e.source]['id'], target=g.vs[e.target]['id']) for e in g.es]
    return nodes, edges


def check_graphml(path, readers):
    nodes, edges = read_xml(path)
    for name, read in (('networkx', read_networkx), ('igraph', read_igraph)):
        if name in readers:
            got_nodes, got_edges = read(path)
            if name == 'igraph':  # 1.0 gives an edge the id of some node
                got_edges = [dict(e, id=w['id']) for e, w in zip(got_edges, edges)]
            same('%s nodes' % name, counted(got_nodes), counted(nodes))
            same('%s edges' % name, counted(got_edges), counted(edges))
            yield name, '%d nodes, %d edges' % (len(got_nodes), len(got_edges))


# --- DOT: nodes with labels, lines with relations ------------------------------------------------

def unescaped(text):
    if len(text) > 1 and text[0] == text[-1] == '"':
        text = text[1:-1]
    text = re.sub(r'\\(.)', lambda m: '\n' if m.group(1) == 'n' else m.group(1), text, flags=re.S)
    return html.unescape(text)


def words(text):
    return ' '.join(text.split())


def relations(label):
    """One line of a drawing may stand for several relations: "attacks (3)" under "meets (negated)"."""
    return [re.sub(r' \(\d+\)$', '', x) for x in label.split('\n')]


def read_gvpr(path):
    f, r = r'\037', r'\036'
    program = ('BEG_G{int n=0;} N{printf("N%%s%s%%s%s", $.name, $.label);} '
               'E{printf("E%%s%s%%s%s%%s%s", $.tail.name, $.head.name, $.label);}') % (f, r, f, f, r)
    p = subprocess.run(['gvpr', program, str(path)], capture_output=True, timeout=300)
    if p.returncode or p.stderr:
        raise Mismatch('gvpr: %.300s' % p.stderr.decode('utf-8', 'replace'))
    nodes, lines = [], []
    for record in p.stdout.decode('utf-8').split('\x1e')[:-1]:
        fields = [unescaped(x) for x in record[1:].split('\x1f')]
        (nodes if record[0] == 'N' else lines).append(fields)
    return nodes, lines


def read_pydot(path):
    import pydot
    graph, = pydot.graph_from_dot_file(str(path))
    nodes = [[unescaped(n.get_name()), unescaped(n.get_label())] for n in graph.get_nodes() if n.get_label() is not None]
    lines = [[unescaped(e.get_source()), unescaped(e.get_destination()), unescaped(e.get_label())] for e in graph.get_edges()]
    return nodes, lines


def wanted_of(path):
    reference = path.parent.parent / 'graphml' / (path.stem + '.graphml')
    reference = reference if reference.exists() else path.with_suffix('.graphml')
    if not reference.exists():
        return None
    nodes, edges = read_xml(reference)
    status = lambda e: '' if e['status'] == 'asserted' else ' (%s)' % e['status']
    return (collections.Counter((n['id'], words(n['label'])) for n in nodes if len(n['label']) <= DIFFERENT_IN_DOT),
            collections.Counter((e['source'], e['target'], words(e['relation'].replace('_', ' ') + status(e))) for e in edges))


def check_drawing(path, nodes, lines):
    engine = 'dot'  # takes the layout that the file asks for
    p = subprocess.run([engine, '-Tsvg', str(path)], capture_output=True, timeout=600)
    if p.returncode or p.stderr:
        raise Mismatch('%s: exit %d, %.300s' % (engine, p.returncode, p.stderr.decode('utf-8', 'replace')))
    drawn = collections.Counter(g.get('class') for g in ET.fromstring(p.stdout).iter() if g.get('class') in ('node', 'edge'))
    if (drawn['node'], drawn['edge']) != (nodes, lines):
        raise Mismatch('%s: drew %r of %d nodes and %d lines' % (engine, dict(drawn), nodes, lines))
    if lines and b'<text' in p.stdout:
        labels = len(re.findall(rb'font-size="9.00"', p.stdout))
        if labels < lines:
            raise Mismatch('%s: only %d labels on %d lines' % (engine, labels, lines))


def check_dot(path, readers):
    wanted = wanted_of(path)
    for name, read in (('graphviz', read_gvpr), ('pydot', read_pydot)):
        if name not in readers:
            continue
        nodes, lines = read(path)
        if wanted:
            short = collections.Counter((i, words(label)) for i, label in nodes if (i, words(label)) in wanted[0])
            same('%s nodes' % name, short, wanted[0])
            same('%s lines' % name, collections.Counter((s, t, words(r)) for s, t, label in lines for r in relations(label)),
                 wanted[1])
        if name == 'graphviz':
            check_drawing(path, len(nodes), len(lines))
        yield name, '%d nodes, %d lines' % (len(nodes), len(lines))


def available(reader):
    if reader == 'graphviz':
        return shutil.which('dot') is not None
    try:
        __import__(reader)
    except ImportError:
        return False
    return True


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--reader', action='append', choices=READERS)
    parser.add_argument('--program')
    parser.add_argument('--work', type=Path)
    parser.add_argument('--input', action='append', default=[])
    parser.add_argument('file', nargs='*', type=Path)
    args = parser.parse_args()
    readers = args.reader or list(READERS)
    for reader in readers:
        if not available(reader):
            print('no ' + reader, file=sys.stderr)
            return 77
    files = list(args.file)
    if args.program:
        args.work.mkdir(parents=True, exist_ok=True)
        for suffix in ('.graphml', '.dot'):
            files.append(args.work / ('graph' + suffix))
            subprocess.run([args.program, 'build', *args.input, '--status', 'all', '-o', str(files[-1])], check=True)
    failed = 0
    for path in files:
        try:
            for reader, found in (check_dot if path.suffix == '.dot' else check_graphml)(path, readers):
                print('ok    %s: %s: %s' % (path.name, reader, found))
        except Exception as e:  # a reader may fail in its own way
            failed += 1
            print('FAIL  %s: %s: %.1000s' % (path.name, type(e).__name__, e))
    return 1 if failed or not files else 0


if __name__ == '__main__':
    sys.exit(main())
