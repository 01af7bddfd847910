#!/usr/bin/env python3
"""Makes noun_classes.tsv: what common nouns mean first of all, by the lexicographer files of WordNet.

    generate_noun_classes.py WORDNET > noun_classes.tsv

WORDNET holds index.noun and data.noun of WordNet 3.0 (Debian: wordnet-base, /usr/share/wordnet). A noun is put where its first
sense is, which is the most frequent one. Proper nouns (instances) and phrases are left out.
"""
import re, sys

CLASSES = {'04': 'act', '06': 'artifact', '10': 'communication', '11': 'event', '14': 'group', '15': 'location', '17': 'object', '18': 'person',
           '23': 'quantity', '28': 'time'}
# In news these mean, more often than not, those who act. Chosen by hand among the commonest subjects of verbs in Reuters-21578.
IN_NEWS = {'source': 'person', 'regulator': 'person'}
IN_NEWS.update((noun, 'group') for noun in ('administration airline authority bank exchange faction force fund group leadership '
                                            'management movement newspaper opposition panel resistance side unit wing').split())
WIDTH = 120


PLACES = {'structure', 'facility', 'way', 'building_complex'}  # artifacts of these kinds are somewhere, not something


def synsets(path):
    """offset -> (lexicographer file, '' for an instance; words; offset of the first hypernym)"""
    with open(path, encoding='ascii') as lines:
        for line in lines:
            if not line.startswith(' '):
                fields = line.split(' | ')[0].split()
                words = fields[4:4 + 2 * int(fields[3], 16):2]
                above = fields[fields.index('@') + 1] if '@' in fields else ''
                yield fields[0], ('' if '@i' in fields else fields[1], words, above)


def class_of(first, sets):
    lexicographer_file, _, _ = sets[first]
    noun_class = CLASSES.get(lexicographer_file)
    while noun_class == 'artifact' and first:
        file, words, above = sets[first]
        if file == '06' and words[0] in PLACES:
            return 'structure'
        first = above
    return noun_class


def nouns(path, sets):
    with open(path, encoding='ascii') as lines:
        for line in lines:
            if line.startswith(' '):
                continue
            fields = line.split()
            first = fields[6 + int(fields[3])]
            noun_class = IN_NEWS.get(fields[0]) or class_of(first, sets)
            if noun_class and re.fullmatch(r'[a-z]+(-[a-z]+)*', fields[0]) and len(fields[0]) > 2:
                yield noun_class, fields[0]


def main():
    sets = dict(synsets(sys.argv[1] + '/data.noun'))
    classes = {}
    for noun_class, noun in nouns(sys.argv[1] + '/index.noun', sets):
        classes.setdefault(noun_class, []).append(noun)
    print('# What common nouns mean first of all. Made by generate_noun_classes.py.')
    print('# Source: WordNet 3.0, Copyright 2006 by Princeton University (licence: NOTICE). Columns: class, nouns (by "|").')
    for noun_class, found in sorted(classes.items()):
        line = []
        for noun in sorted(set(found)):
            if line and sum(len(n) + 1 for n in line) + len(noun) > WIDTH:
                print(noun_class + '\t' + '|'.join(line))
                line = []
            line.append(noun)
        print(noun_class + '\t' + '|'.join(line))


main()
