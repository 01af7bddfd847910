#!/usr/bin/env python3
"""Score the names of annotated sentences and compare F1 with the floors of floors.tsv.

    names.py --program NEWSGRAPH --model DIR --set NAME --work DIR GOLD

GOLD is a file of columns: a word and its tag (BIO) a line, an empty line behind a sentence, -DOCSTART- or "# newdoc" before a
document. A name counts if its words and its type (person, organization, place) are right; articles before it and possessive
endings are not counted. Ends with 0 if the floor is reached, 1 if not, 77 if there is no model or no gold.
"""
import argparse, json, os, re, subprocess, sys

from quality import floors

TYPES = {'PER': 'PER', 'PERSON': 'PER', 'ORG': 'ORG', 'CORPORATION': 'ORG', 'GROUP': 'ORG', 'LOC': 'LOC', 'LOCATION': 'LOC', 'GPE': 'LOC'}
OURS = {'person': 'PER', 'organization': 'ORG', 'country': 'LOC', 'place': 'LOC'}
NO_BLANK_BEFORE = re.compile(r"[,.;:?!%)\]}]+$|'$|['\u2019](s|re|ve|ll|d|m)$|n['\u2019]t$", re.I)


def documents(path):
    """Lists of sentences of (word, tag); a sentence is a document where documents are not known."""
    with open(path, encoding='utf-8') as f:
        lines = f.read().split('\n')
    known = any(re.match('-DOCSTART-|# newdoc', line) for line in lines)
    found, sentence = [[]], []
    for line in lines + ['']:
        if re.match('-DOCSTART-|# newdoc', line) or not line.strip():
            if sentence:
                found[-1].append(sentence)
            sentence = []
            if line.strip() or not known:
                found.append([])
        elif not line.startswith('# '):
            cells = line.split('\t')
            if len(cells) >= 3 and cells[0].isdigit():
                sentence.append((cells[1], cells[2]))
            else:
                cells = line.split()
                sentence.append((cells[0], cells[-1]))
    return [document for document in found if document]


def names_of(tagged):
    """(begin, end, label) of (begin, end, tag), by IOB: a B or another type begins a name."""
    names, open_label = [], None
    for begin, end, tag in tagged:
        position, _, label = tag.partition('-')
        if position == 'I' and label == open_label:
            names[-1][1] = end
        elif label:
            names.append([begin, end, label])
        open_label = label or None
    return names


def joined(document):
    """The text, and (begin, end, tag) of its words."""
    text, places = '', []
    for sentence in document:
        if text:
            text += ' ' if re.search(r"[.?!][\"')]*$", text) else '\n\n'
        glued = True
        for word, tag in sentence:
            if not glued and not NO_BLANK_BEFORE.match(word):
                text += ' '
            places.append((len(text), len(text) + len(word), tag))
            text += word
            glued = word in ('(', '[', '$', '#')
        places.append((len(text), len(text), 'O'))
    return text, places


def trimmed(text, begin, end, kind):
    article = re.match(r'(?:the|an?)\s+', text[begin:end], re.I)
    begin += article.end() if article else 0
    possessive = re.search("['\u2019]s?$", text[begin:end])
    return begin, end - len(possessive.group()) if possessive else end, kind


def read_output(lines):
    found, tagged = {}, []
    for line in lines + ['# newdoc id = ']:
        if line.startswith('# newdoc'):
            if tagged:
                found[name] = tagged
            name, tagged = line.split('=', 1)[1].strip(), []
        elif line and line[0].isdigit():
            place = re.search(r'start_char=(\d+)\|end_char=(\d+)(?:\|ner=([^|\s]+))?', line)
            tagged.append((int(place[1]), int(place[2]), place[3] or 'O'))
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    for option in ('program', 'model', 'set', 'work'):
        parser.add_argument('--' + option, required=True)
    parser.add_argument('gold')
    arguments = parser.parse_args()
    for needed in (arguments.gold, os.path.join(arguments.model, 'config.cfg')):
        if not os.path.exists(needed):
            print('skipped: %s is not there' % needed)
            return 77
    os.makedirs(arguments.work, exist_ok=True)
    gold = {'d%d' % i: joined(document) for i, document in enumerate(documents(arguments.gold))}
    source = os.path.join(arguments.work, arguments.set + '.jsonl')
    with open(source, 'w', encoding='utf-8') as f:
        f.writelines(json.dumps({'id': name, 'text': text}) + '\n' for name, (text, _) in gold.items())
    run = subprocess.run([arguments.program, 'annotate', '--names', '--model', arguments.model, source], check=True, capture_output=True)
    output = read_output(run.stdout.decode().split('\n'))
    right = given = wanted = 0
    for name, (text, places) in gold.items():
        expected = {trimmed(text, b, e, TYPES[t.upper()]) for b, e, t in names_of(places) if t.upper() in TYPES}
        found = {trimmed(text, b, e, OURS[t]) for b, e, t in names_of(output.get(name, [])) if t in OURS}
        right, given, wanted = right + len(expected & found), given + len(found), wanted + len(expected)
    figure = 2 * right / max(given + wanted, 1)
    floor = dict(floors(arguments.set))['f1']
    print('%s: %d right, %d given, %d in gold; F1 %.3f, floor %.3f%s' %
          (arguments.set, right, given, wanted, figure, floor, '' if figure >= floor else '  NOT REACHED'))
    return 0 if figure >= floor else 1


if __name__ == '__main__':
    sys.exit(main())
