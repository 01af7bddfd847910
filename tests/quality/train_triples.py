#!/usr/bin/env python3
"""Learn the confidence of open triples from development data.

    train_triples.py FEATURES_PROGRAM MODEL_DIR SHARED_DIR > extract/data/triples.tsv

Logistic regression by gradient descent, from nothing, with a fixed number of steps: the same weights every time. A triple of
a BenchIE sentence is right (1) if it is a form of a gold fact, else wrong (0); one of a CaRB sentence is as right as the share
of its words that the best gold tuple of the sentence has (SCORING.md). Each set counts the same. On standard error: the log
loss of five-fold cross-validation by sentences beside that of a constant.
"""
import math, os, subprocess, sys

NAMES = ('constant object complement adverbial agent indirect content inner own shared controlled relative modified pronoun_subject '
         'proper_subject long_subject long_object long_relation passive with_object question subordinate').split()
STEPS, RATE, DECAY = 1500, 2.0, 0.02


def features(program, model, sentences):
    out = subprocess.run([program, model], input='\n'.join(sentences) + '\n', capture_output=True, text=True, check=True).stdout
    for line in out.splitlines():
        number, s, r, o, bits = line.split('\t')
        yield int(number) - 1, (s, r, o), [1] + [int(b) for b in bits]


def examples(program, model, shared):
    """[(sentence, features, rightness, weight)]"""
    sys.path.insert(0, os.path.join(shared, 'eval'))
    import score_benchie, score_carb
    path = os.path.join(shared, 'data/benchie-dev/gold_en_dev100.txt')
    gold = score_benchie.read_gold(path)
    sentences = dict(line.rstrip('\n')[len('sent_id:'):].split('\t', 1) for line in open(path, encoding='utf-8') if line.startswith('sent_id:'))
    keys = list(gold)
    first = [('b%d' % i, x, float(any(t in synset for synset in gold[keys[i]]))) for i, t, x in
             features(program, model, [sentences[k] for k in keys])]
    tuples = {}
    for line in open(os.path.join(shared, 'data/carb-dev/dev.tsv'), encoding='utf-8'):
        sentence, relation, *arguments = line.rstrip('\n').split('\t')
        tuples.setdefault(sentence, []).append((relation, arguments))
    keys = list(tuples)
    second = [('c%d' % i, x, max(overlap(t, g) for g in tuples[keys[i]])) for i, t, x in features(program, model, keys)]
    return [(s, x, y, 1 / len(part)) for part in (first, second) for s, x, y in part]


def overlap(triple, gold):
    """The share of the triple's words that the gold tuple has in the same slot; 0 without a common word of the relation."""
    relation, arguments = gold
    slots = [(triple[1], relation), (triple[0], arguments[0] if arguments else ''), (triple[2], ' '.join(arguments[1:]))]
    matched = words = 0
    for k, (mine, theirs) in enumerate(slots):
        left = theirs.split()
        hits = 0
        for word in mine.split():
            if word in left:
                left.remove(word)
                hits += 1
        if k == 0 and hits == 0:
            return 0.0
        matched += hits
        words += len(mine.split())
    return matched / words if words else 0.0


def train(rows):
    w = [0.0] * len(NAMES)
    total = sum(weight for *_, weight in rows)
    for _ in range(STEPS):
        gradient = [DECAY * x for x in w]
        for _, x, y, weight in rows:
            error = (1 / (1 + math.exp(-sum(a for a, b in zip(w, x) if b))) - y) * weight / total
            for i, b in enumerate(x):
                if b:
                    gradient[i] += error
        w = [a - RATE * g for a, g in zip(w, gradient)]
    return w


def loss(rows, w):
    total = 0.0
    for _, x, y, weight in rows:
        p = min(max(1 / (1 + math.exp(-sum(a for a, b in zip(w, x) if b))), 1e-6), 1 - 1e-6)
        total -= weight * (y * math.log(p) + (1 - y) * math.log(1 - p))
    return total / sum(weight for *_, weight in rows)


def main(argv):
    rows = examples(*argv)
    folds = [[r for r in rows if int(r[0][1:]) % 5 == k] for k in range(5)]
    held_out = [loss(folds[k], train([r for r in rows if int(r[0][1:]) % 5 != k])) for k in range(5)]
    mean = sum(y * weight for _, _, y, weight in rows) / sum(weight for *_, weight in rows)
    constant = [math.log(mean / (1 - mean))] + [0.0] * (len(NAMES) - 1)
    print('triples %d; log loss held out %.4f, of a constant %.4f' % (len(rows), sum(held_out) / 5, loss(rows, constant)), file=sys.stderr)
    print('# Weights of the features of open triples (logistic regression). Made by tests/quality/train_triples.py from the development\n'
          '# halves of BenchIE and CaRB; see docs/triples.md. The order is that of TripleFeature.')
    for name, weight in zip(NAMES, train(rows)):
        print('%s\t%.4f' % (name, weight))


if __name__ == '__main__':
    main(sys.argv[1:])
