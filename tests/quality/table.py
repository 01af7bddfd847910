"""The figures of measure.py's output as the table of docs/quality.md. usage: table.py < OUTPUT"""
import re, sys

# set, pattern (groups are figures), what it is, reference points, names of the figures that floors.tsv has
ROWS = [
    ('triples-benchie', r'P (\S+) R (\S+) F1 (\S+)', 'BenchIE, open triples: precision, recall, F1', 'MinIE .327, ClausIE .323, OpenIE6 .273', []),
    ('triples-carb', r'AUC (\S+)  best P \S+ R \S+ F1 (\S+)', 'CaRB, open triples: area, best F1', 'subject-verb-object .241/.297, .455', []),
    ('graphs', r'^ALL.*?nodes .*?F1\s+(\S+)', 'graphs: nodes F1', 'spaCy script .82', []),
    ('graphs', r'^ALL.*?edges\s+P\s+(\S+)\s+R\(core\)\s+(\S+).*?status\s+(\S+)', 'graphs: edge precision, core recall, status', 'spaCy script .65, .10, .86', []),
    ('events-plover', r'right type among the events (\S+)', 'PLOVER records: right type among the events', 'cue dictionary .367', ['right_type']),
    ('events-plover', r'triples, one a text.*?F1 (\S+)', 'PLOVER records: triples F1', 'cue dictionary .333', ['triples_f1']),
    ('pronouns-gap', r'^all .*?F1 (\S+).*?bias \(F/M\) (\S+)', 'GAP: F1, bias', 'nearest name .466, parallelism .669/.93', ['f1', 'bias']),
    ('names-uner', r'^all .*?F1 (\S+)', 'names, UNER EWT, trimmed F1', 'en_core_web_sm .610', []),
    ('names-wikigold', r'^all .*?F1 (\S+)', 'names, WikiGold, trimmed F1', 'en_core_web_sm .600', []),
    ('names-wnut17', r'^all .*?F1 (\S+)', 'names, WNUT-17, trimmed F1', 'en_core_web_sm .383', []),
    ('merge-meantime', r'after the merge.*?all mentions.*?CoNLL (\S+)', 'who is who, MEANTIME, CoNLL F1', 'by string .601', ['conll']),
    ('merge-ecbplus', r'after the merge.*?all mentions.*?CoNLL (\S+)', 'who is who, ECB+, CoNLL F1', 'by string .450', ['conll']),
    ('trees-ewt', r'^UPOS.*?F1 (\S+)', 'UD EWT, part-of-speech tags F1', '', []),
]


def by_set(lines):
    """What measure.py printed of each set."""
    parts, name = {}, None
    for line in lines:
        start = re.match(r'== (\S+)', line)
        name = start.group(1) if start else name
        if name and not start:
            parts[name] = parts.get(name, '') + line
    return parts


def main():
    parts = by_set(sys.stdin)
    print('| what | figures | beside |\n|---|---|---|')
    for key, pattern, what, beside, _ in ROWS:
        found = re.search(pattern, parts.get(key, ''), re.S | re.M)
        figures = ', '.join(found.groups()) if found else 'not measured'
        print('| %s | %s | %s |' % (what, figures, beside))


if __name__ == '__main__':
    main()
