#!/usr/bin/env python3
"""Makes the text that train_name_model reads, out of annotated corpora.

    name_training_text.py DATA > training.tsv

A document a line: its set, its text (line breaks as \\n), its names as BEGIN:END:TYPE (code points). Some documents come again
in capitals only, as headlines are written, or in small letters. DATA holds names-train/ and ner-open/; the sets and their
licences are in docs/names.md. What measures the model (ner-open's dev parts) and what the sets' README keeps for a last look
(the test parts) is not read.
"""
import gzip, os, re, sys, zlib

# Set, files, what each of its labels is here; "-" is no name.
SETS = [
    ('btc', ['names-train/btc_train.conll.gz', 'names-train/btc_dev.conll.gz'], {'PER': 'PER', 'ORG': 'ORG', 'LOC': 'LOC'}),
    ('crossner', ['names-train/crossner_%s_%s.conll.gz' % (topic, part) for topic in ('politics', 'literature', 'music', 'science')
                  for part in ('train', 'dev')],
     {'person': 'PER', 'politician': 'PER', 'writer': 'PER', 'musicalartist': 'PER', 'scientist': 'PER', 'organisation': 'ORG',
      'politicalparty': 'ORG', 'band': 'ORG', 'university': 'ORG', 'country': 'LOC', 'location': 'LOC', 'event': 'MISC', 'election': 'MISC',
      'book': 'MISC', 'poem': 'MISC', 'album': 'MISC', 'song': 'MISC', 'magazine': 'MISC', 'academicjournal': 'MISC', 'award': 'MISC',
      'misc': 'MISC', 'literarygenre': '-', 'musicgenre': '-', 'musicalinstrument': '-', 'astronomicalobject': 'LOC', 'discipline': '-',
      'theory': '-', 'chemicalcompound': '-', 'chemicalelement': '-', 'protein': '-', 'enzyme': '-'}),
    ('gum', ['names-train/gum_train.conll.gz', 'names-train/gum_dev.conll.gz'],
     {'person': 'PER', 'organization': 'ORG', 'place': 'LOC', 'event': 'MISC', 'object': 'MISC', 'abstract': 'MISC', 'animal': '-',
      'plant': '-', 'substance': '-'}),
    ('wnut', ['ner-open/wnut17_train.conll'],
     {'person': 'PER', 'corporation': 'ORG', 'group': 'ORG', 'location': 'LOC', 'product': 'MISC', 'creative-work': 'MISC'}),
]
NO_BLANK_BEFORE = re.compile(r"""[,.;:?!%)\]}]+$|\.\.\.$|['\u2019]$|['\u2019](s|re|ve|ll|d|m)$|n['\u2019]t$""", re.I)
PLAIN = {'``': '"', "''": '"', '-LRB-': '(', '-RRB-': ')', '-LSB-': '[', '-RSB-': ']'}


def documents(path):
    """Lists of sentences of (word, tag); a sentence is a document where documents are not known."""
    with (gzip.open(path, 'rt', encoding='utf-8') if path.endswith('.gz') else open(path, encoding='utf-8')) as f:
        lines = f.read().split('\n')
    known = any(line.startswith('-DOCSTART-') for line in lines)
    document, sentence = [], []
    for line in lines + ['', '-DOCSTART-']:
        if line.startswith('-DOCSTART-'):
            if document:
                yield document
            document = []
        elif not line.strip():
            if sentence:
                document.append(sentence)
                if not known:
                    yield document
                    document = []
            sentence = []
        else:
            cells = line.split('\t') if '\t' in line else line.split()
            sentence.append((cells[0], cells[-1].strip()))


def join(document):
    """The document as it would be printed, and where its words stand."""
    text, places = '', []
    for sentence in document:
        if text:
            text += ' ' if re.search(r"""[.?!]["')\u201d\u2019]*$""", text) else '\n\n'
        quoted, glued = False, True
        for word, tag in sentence:
            word = PLAIN.get(word, word)
            closes = word == '"' and quoted
            if not (glued or closes or NO_BLANK_BEFORE.match(word)):
                text += ' '
            places.append((len(text), len(text) + len(word), tag))
            text += word
            glued = word in ('(', '[', '{', '$', '#') or (word == '"' and not quoted)
            quoted ^= word == '"'
        places.append((len(text), len(text), 'O'))
    return text, places


def names_of(places, types):
    names = []
    for begin, end, tag in places:
        position, _, label = tag.partition('-')
        kind = types.get(label, '-') if label else '-'
        if position == 'I' and names and names[-1][3] == label and names[-1][4]:
            names[-1][1] = end
        elif kind != '-':
            names.append([begin, end, kind, label, True])
            continue
        else:
            for name in names[-1:]:
                name[4] = False
    return [(b, e, k) for b, e, k, _, _ in names]


def titles():
    """Words before persons' names that are no part of them."""
    found = set()
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'names.tsv'), encoding='utf-8') as f:
        for line in f:
            cells = line.rstrip('\n').split('\t')
            if cells[0] == 'title':
                found |= {t for t in cells[1].split('|')}
    return sorted(found, key=lambda t: (-len(t), t))


TITLES = re.compile(r'(?:(?:%s) )+' % '|'.join(map(re.escape, titles())))
ENDS = re.compile(r"(['\u2019]s?)$")


def trimmed(text, names):
    """Without an article, a title or a possessive ending; names of accounts left out."""
    for begin, end, kind in names:
        name = text[begin:end]
        if re.search(r'[@#]', text[max(0, begin - 1):end]):  # of an account or a topic
            continue
        article = re.match(r'(?:the|a|an) ', name, re.I)
        if article and kind != 'MISC':
            begin += article.end()
        title = TITLES.match(text[begin:end]) if kind == 'PER' else None
        if title and title.end() < end - begin:
            begin += title.end()
        possessive = ENDS.search(text[begin:end])
        if possessive and possessive.start() > 0:
            end -= len(possessive.group(1))
        yield begin, end, kind


def line_of(name, text, names):
    return '\t'.join([name, text.replace('\\', '/').replace('\t', ' ').replace('\n', '\\n'), ' '.join('%d:%d:%s' % n for n in names)])


def titled(text):
    return re.sub(r'\b[a-z]', lambda m: m.group().upper(), text)


def main():
    data = sys.argv[1]
    for name, files, types in SETS:
        for path in files:
            for document in documents(os.path.join(data, path)):
                text, places = join(document)
                names = list(trimmed(text, names_of(places, types)))
                print(line_of(name, text, names))
                chance = zlib.crc32(text.encode()) % 100
                other = (text.upper() if chance < 20 else titled(text) if chance < 28 else text.lower() if chance < 45 else text)
                if other != text and len(other) == len(text):
                    print(line_of(name, other, names))


if __name__ == '__main__':
    main()
