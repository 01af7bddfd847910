#!/usr/bin/env python3
"""Makes pronouns.tsv: the weights by which pronouns for persons choose names (extract/names/pronoun_ranking.hpp).

    cmake --build build/release --target pronoun_pairs
    pronoun_rows.py train.jsonl.gz > gum.tsv
    for name in gum gap-development gap-validation; do pronoun_pairs MODEL $name.tsv > $name.pairs; done
    train_pronouns.py gum.pairs gap-development.pairs gap-validation.pairs > pronouns.tsv

Sources: GUM, by pronoun_rows.py (annotation CC BY 4.0); the development and validation parts of GAP (github.com/google-research-datasets/gap-coreference, Apache License 2.0).
Done twice over, for the pronouns before the one in question are resolved with the weights of the first round.
The names are those that articles are read with. RAREST and PULL are the best of ten settings by rows held out (.734 right; 8 and 0.01: .723).
Maximum likelihood of the right thing, by AdaGrad, with a pull to zero, the mean of the rounds; features that few rows have are left out.
Prints the choices that are right in five parts held out in turn on the standard error.
"""
import collections, math, sys

RAREST = 2        # rows
ROUNDS = 8
RATE = 0.07
PULL = 0.15       # per row, on the features that it has
DIGITS = 3


def read(paths):
    """[[(right, features)]], a row each; rows where the right name was not found teach nothing."""
    rows = collections.OrderedDict()
    for path in paths:
        with open(path, encoding='utf-8') as f:
            for line in f:
                number, name, answer, *features = line.rstrip('\n').split('\t')
                right = name in ('other', 'none') if answer == 'neither' else name == answer
                rows.setdefault((path, number), []).append((right, features))
    return [r for r in rows.values() if any(right for right, _ in r) and not all(right for right, _ in r)]


def shares(row, weights):
    sums = [sum(weights.get(f, 0.0) for f in features) for _, features in row]
    top = max(sums)
    powers = [math.exp(s - top) for s in sums]
    total = sum(powers)
    return [p / total for p in powers]


def train(rows):
    seen = collections.Counter(f for row in rows for f in {f for _, features in row for f in features})
    rows = [[(right, [f for f in features if seen[f] >= RAREST]) for right, features in row] for row in rows]
    weights, squares, summed = {}, {}, collections.defaultdict(float)
    for _ in range(ROUNDS):
        for row in rows:
            share = shares(row, weights)
            good = sum(s for s, (right, _) in zip(share, row) if right)
            slopes = collections.defaultdict(float)
            for s, (right, features) in zip(share, row):
                change = (s / good if right and good > 0 else 0.0) - s
                for f in features:
                    slopes[f] += change
            for f in sorted(slopes):
                slope = slopes[f] - PULL * weights.get(f, 0.0)
                squares[f] = squares.get(f, 0.01) + slope * slope
                weights[f] = weights.get(f, 0.0) + RATE * slope / math.sqrt(squares[f])
        for f, w in weights.items():
            summed[f] += w
    return {f: w / ROUNDS for f, w in summed.items()}


def right_choices(rows, weights):
    right = 0
    for row in rows:
        share = shares(row, weights)
        right += row[max(range(len(row)), key=lambda i: share[i])][0]
    return right


def main():
    rows = read(sys.argv[1:])
    held = 0
    for part in range(5):
        held += right_choices(rows[part::5], train([r for i, r in enumerate(rows) if i % 5 != part]))
    print('%d rows, right %.3f when held out' % (len(rows), held / len(rows)), file=sys.stderr)
    weights = train(rows)
    print('right %.3f of those it learnt from' % (right_choices(rows, weights) / len(rows)), file=sys.stderr)
    print('# Weights by which pronouns for persons choose names (extract/names/pronoun_ranking.hpp): feature, weight.')
    print('# Made by train_pronouns.py from GUM (CC BY 4.0) and the development and validation parts of GAP\n# (Apache License 2.0).')
    for f in sorted(weights):
        if round(weights[f], DIGITS) != 0:
            print('%s\t%.*f' % (f, DIGITS, weights[f]))


main()
