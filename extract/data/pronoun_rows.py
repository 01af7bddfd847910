#!/usr/bin/env python3
"""Rows in GAP's form, for train_pronouns.py, from texts with coreference.

    pronoun_rows.py train.jsonl.gz > gum.tsv

Source: GUM (github.com/amir-zeldes/gum; annotation CC BY 4.0), of its genres those whose texts are CC BY. A row for each he or she that has a person's name within five sentences before it
or in its own: the nearest name of who is meant, and the nearest of somebody else. The last cell is "none" if who is meant
has no name there.
"""
import gzip, json, sys

BEFORE = 5       # sentences
MOST = 40         # rows of a document: few long documents shall not outweigh the others
PRONOUNS = {'he', 'him', 'his', 'himself', 'she', 'her', 'hers', 'herself'}
HEAD = ['ID', 'Text', 'Pronoun', 'Pronoun-offset', 'A', 'A-offset', 'A-coref', 'B', 'B-offset', 'B-coref', 'URL']


def gum(doc):
    """(words [(text, begin, end, sentence)], mentions [(first, last, name or None, chain, person)]) over the document."""
    words, starts = [], []
    for s, sentence in enumerate(doc['sentences']):
        starts.append(len(words))
        words += [(doc['text'][t[0]:t[1]], t[0], t[1], s, t[2]) for t in sentence['tokens']]
    mentions = []
    for m in doc['mentions']:
        start = starts[m['sent']]
        name = None
        if m['form'] == 'named':
            last = start + m['head']
            while last < start + m['last'] and words[last + 1][4] == 'NNP':
                last += 1
            name = (last, last)
        mentions.append((start + m['first'], start + m['last'], name, m['chain'], m['type'] == 'person'))
    return doc['text'], [w[:4] for w in words], mentions


def rows(name, text, words, mentions):
    count = 0
    people = sorted((n[0], n[1], chain) for _, _, n, chain, person in mentions if n and person)
    sentences = {}
    for i, w in enumerate(words):
        sentences.setdefault(w[3], [i, i])[1] = i
    for first, _, _, chain, _ in sorted((m for m in mentions if m[0] == m[1]), key=lambda m: m[0]):
        word, begin, _, sentence = words[first]
        if word.lower() not in PRONOUNS or chain is None or count >= MOST:
            continue
        since, until = sentences[max(0, sentence - BEFORE)][0], sentences[sentence][1]
        near = sorted((abs(p[0] - first), p) for p in people if since <= p[0] <= until)
        own = [p for _, p in near if p[2] == chain]
        others = [p for _, p in near if p[2] != chain]
        if not near or (own and not others):
            continue
        base = words[since][1]
        cell = lambda p: [text[words[p[0]][1]:words[p[1]][2]], str(words[p[0]][1] - base)]
        a, b = (own[0], others[0]) if own else (others[0], others[-1])
        count += 1
        yield ['%s-%d' % (name, first), text[base:words[until][2]].replace('\t', ' ').replace('\n', ' '), word, str(begin - base), *cell(a),
               str(bool(own)).upper(), *cell(b), 'FALSE', '-' if own else 'none']


def main():
    print('\t'.join(HEAD))
    with gzip.open(sys.argv[1], 'rt', encoding='utf-8') as f:
        for line in f:
            doc = json.loads(line)
            if doc['licence'].startswith('CC BY '):
                for row in rows(doc['id'], *gum(doc)):
                    print('\t'.join(row))


main()
