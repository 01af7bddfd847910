#!/usr/bin/env python3
"""Score what the text is found to say of events (fact, negated, not actual) against annotated sentences.

    factuality.py --program EVENT_FACTUALITY --model DIR --shared DIR [--part NAME] [--list]

Sets: `uds` (UDS on English Web Treebank, dev: verbs, happened or not; answers near the middle are left out), `meantime` (news: verbs
and nouns; certain, denied, future), and `veridicality` (verbs that govern "to ...", asserted and negated, as bleached sentences: what
most annotators take to follow). Prints accuracy and macro F1 of each and compares them with floors.tsv. `--part` gives another
part of UDS ("train"); `--list` the wrong ones. Ends with 0, 1 (a floor is not reached) or 77 (no data or no model).
"""
import argparse, collections, gzip, json, os, subprocess, sys

import quality

CLEAR = 0.5  # of UDS scores, about -3 to 3
READABLE = 4.5  # of 7: sentences that fewer find acceptable say little


def read_lines(path):
    with gzip.open(path, 'rt', encoding='utf-8') as f:
        yield from f


def offsets_of(words):
    """The text of words parted by blanks, and the offset in bytes of each."""
    begins, at = [], 0
    for word in words:
        begins.append(at)
        at += len(word.encode()) + 1
    return ' '.join(words), begins


def aligned(text, words):
    """The offset in bytes of each word in the text; None where a word is not found."""
    begins, at = [], 0
    for word in words:
        found = text.find(word, at)
        begins.append(len(text[:found].encode()) if found >= 0 else None)
        at = found + len(word) if found >= 0 else at
    return begins


def uds(shared, part):
    """(text, [(offset, class)]); of what is not so, UDS does not say why."""
    for line in read_lines(os.path.join(shared, 'data/uds-factuality/%s.jsonl.gz' % part)):
        row = json.loads(line)
        begins = aligned(row['text'], row['tokens'])
        yield row['text'], [(begins[p['i']], 'fact' if p['factual'][0] > 0 else 'no fact') for p in row['preds']
                            if 'factual' in p and abs(p['factual'][0]) >= CLEAR and begins[p['i']] is not None]


def meantime(shared, part):
    for line in read_lines(os.path.join(shared, 'data/meantime-factuality/documents.jsonl.gz')):
        document = json.loads(line)
        events = collections.defaultdict(list)
        for event in document['events']:
            events[event['sent']].append(event)
        for number, words in enumerate(document['sentences']):
            text, begins = offsets_of(words)
            gold = []
            for event in events[number]:
                values = event['certainty'], event['polarity'], event['time']
                if None in values or 'UNDERSPECIFIED' in values:
                    continue
                kind = 'not actual' if values[0] != 'CERTAIN' or values[2] == 'FUTURE' else 'negated' if values[1] == 'NEG' else 'fact'
                gold.append((begins[event['toks'][-1]], kind))
            yield text, gold


def veridicality(shared, part):
    sentences = {'NP Ved to VP[+eventive]': ('A particular person {} to do a particular thing .', 'did not {}'),
                 'NP Ved NP to VP[+eventive]': ('Someone {} a particular person to do a particular thing .', 'did not {}'),
                 'NP was Ved to VP[+eventive]': ('A particular person was {} to do a particular thing .', None)}
    past = past_forms(shared)
    for line in read_lines(os.path.join(shared, 'data/veridicality/verb_classes.tsv.gz')):
        cells = line.rstrip('\n').split('\t')
        if cells[1] not in sentences or float(cells[6] or 0) < READABLE or cells[0] not in past:
            continue
        frame, negative = sentences[cells[1]]
        for column, negated in ((5, False), (4, True)):
            if not cells[column]:
                continue
            mean = float(cells[column])
            kind = 'fact' if mean > 0.5 else 'negated' if mean < -0.5 else 'not actual'
            simple, participle = past[cells[0]]
            if negative:
                text = frame.format(negative.format(cells[0]) if negated else simple)
            else:
                text = frame.replace('was ', 'was not ' if negated else 'was ').format(participle)
            yield text, [(text.index(' do a') + 1, kind)]


def past_forms(shared):
    """verb -> (past, participle), as the treebanks have them."""
    forms = collections.defaultdict(lambda: [None, None])
    for name in ('en_ewt-ud-dev', 'en_gum-ud-dev'):
        for line in read_lines(os.path.join(shared, 'data/ud/%s.conllu.gz' % name)):
            cells = line.split('\t')
            if len(cells) == 10 and cells[4] in ('VBD', 'VBN'):
                forms[cells[2]][cells[4] == 'VBN'] = cells[1].lower()
    regular = lambda verb: verb + 'd' if verb.endswith('e') else verb[:-1] + 'ied' if verb.endswith('y') and verb[-2] not in 'aeiou' else verb + 'ed'

    class Past(dict):
        def __contains__(self, verb):
            return True

        def __getitem__(self, verb):
            a, b = forms[verb] if verb in forms else (None, None)
            return a or b or regular(verb), b or a or regular(verb)
    return Past()


def judge(program, model, rows):
    lines = ['\t'.join([text.replace('\t', ' ').replace('\n', ' ')] + [str(o) for o, _ in gold]) for text, gold in rows]
    out = subprocess.run([program, model], input='\n'.join(lines) + '\n', capture_output=True, encoding='utf-8', check=True)
    return iter(out.stdout.splitlines())


def simple(reality, binary):
    kind = 'fact' if reality == 'actual' else 'negated' if reality == 'negated actual' else 'not actual'
    return 'no fact' if binary and kind != 'fact' else kind


def score(pairs):
    """Accuracy and macro F1 of (gold, found)."""
    right = sum(g == f for g, f in pairs)
    f1 = []
    for kind in sorted({g for g, _ in pairs}):
        hits = sum(g == f == kind for g, f in pairs)
        f1.append(2 * hits / max(1, sum(g == kind for g, _ in pairs) + sum(f == kind for _, f in pairs)))
    return {'accuracy': right / max(1, len(pairs)), 'macro_f1': sum(f1) / max(1, len(f1))}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    for option in ('program', 'model', 'shared'):
        parser.add_argument('--' + option, required=True)
    parser.add_argument('--part', default='dev')
    parser.add_argument('--list', action='store_true')
    arguments = parser.parse_args()
    for needed in (os.path.join(arguments.shared, 'data/uds-factuality'), os.path.join(arguments.model, 'config.cfg')):
        if not os.path.exists(needed):
            print('skipped: %s is not there' % needed)
            return 77
    reached = True
    for read in (uds, meantime, veridicality):
        name = 'factuality-' + read.__name__
        rows = list(read(arguments.shared, arguments.part))
        answers = judge(arguments.program, arguments.model, rows)
        pairs = []
        for text, gold in rows:
            for offset, kind in gold:
                pos, place, reality = next(answers).split('\t')
                if reality == '-' or (read is uds and pos != 'VERB'):
                    continue
                found = simple(reality, read is uds)
                pairs.append((kind, found))
                if arguments.list and kind != found:
                    word = text.encode()[offset:].decode().split(' ')[0]
                    print('\t'.join([read.__name__, kind, reality, place, word, text]))
        figures = score(pairs)
        print('%s: %d events, %s' % (name, len(pairs), ', '.join('%s as %s %d' % (g, f, n) for (g, f), n in
                                                               sorted(collections.Counter(pairs).items()))))
        for figure, value in figures.items():
            floor = dict(quality.floors(name)).get(figure, 0.0)
            reached = reached and value >= floor
            print('  %-10s %.3f, floor %.3f%s' % (figure, value, floor, '' if value >= floor else '  NOT REACHED'))
    return 0 if reached else 1


if __name__ == '__main__':
    sys.exit(main())
