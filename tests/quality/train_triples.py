#!/usr/bin/env python3
"""Learn the two weighings of open triples from development data.

    train_triples.py FEATURES_PROGRAM MODEL_DIR SHARED_DIR > extract/data/triples.tsv

Two logistic regressions over the same yes-or-no features, by Newton's method with a fixed number of steps: the same weights
every time.

- *exact*: is a triple a form of a gold fact of BenchIE, word for word? Triples of CaRB sentences count less; their rightness
  is the precision of the pair with the gold tuple that is theirs. Parts of a clause are printed if this is high enough.
- *useful*, the confidence: what does a triple of a CaRB sentence add to those before it? Triples are taken one by one, always
  the one that adds most: the mean of the precision it has with a gold tuple that is still free and of what the recall of all
  gold tuples grows by (pairs as in SCORING.md). Learned on the triples that are printed.

On standard error: the figures of five-fold cross-validation by sentences (log loss beside that of a constant, the share of
pairs of triples that are in the right order, and what the scorers say).
"""
import collections, math, os, re, subprocess, sys

STEPS = 8
FOLDS = 5
EXACT_DECAY, USEFUL_DECAY = 0.003, 0.005
CARB_WEIGHT = 0.8        # of all CaRB triples beside all BenchIE triples, for `exact`
RECALL_SHARE = 0.6       # of recall in what a triple adds
HEADER = os.path.join(os.path.dirname(os.path.abspath(__file__)), '../../extract/clauses/triple_features.hpp')
MAKER = os.path.join(os.path.dirname(HEADER), 'triples.cpp')

Example = collections.namedtuple('Example', 'sentence slots features')   # features: indices of those that are there; 0: constant


def feature_names():
    """In the order of the enumeration TripleFeature."""
    with open(HEADER, encoding='utf-8') as f:
        body = re.search(r'enum class TripleFeature \{(.*?)\};', f.read(), re.S).group(1)
    names = [name.strip() for name in re.sub(r'//.*', '', body).split(',')]
    return ['constant'] + [name for name in names if name and name != 'count']


def least_exactness():
    with open(MAKER, encoding='utf-8') as f:
        return float(re.search(r'least_exactness = ([\d.]+)', f.read()).group(1))


def extract(program, model, sentences):
    """For each sentence its list of examples."""
    out = subprocess.run([program, model], input='\n'.join(sentences) + '\n', capture_output=True, text=True, check=True).stdout
    found = [[] for _ in sentences]
    for line in out.splitlines():
        number, subject, relation, obj, bits = line.split('\t')
        i = int(number) - 1
        found[i].append(Example(sentences[i], (subject, relation, obj), [0] + [k + 1 for k, bit in enumerate(bits) if bit == '1']))
    return found


def pair_table(gold, examples):
    """(precision, recall) of each gold tuple with each triple."""
    import score_carb
    return [[score_carb.match(g, (1.0, relation, [subject, obj])) for _, (subject, relation, obj), _ in examples] for g in gold]


def assigned_precision(gold, examples):
    """One gold tuple for one triple, the best pairs first."""
    pairs = sorted((-precision, i, j) for i, row in enumerate(pair_table(gold, examples)) for j, (precision, _) in enumerate(row))
    taken, rightness = set(), {}
    for minus, i, j in pairs:
        if i not in taken and j not in rightness:
            taken.add(i)
            rightness[j] = -minus
    return [rightness.get(j, 0.0) for j in range(len(examples))]


def added_value(gold, examples):
    table = pair_table(gold, examples)
    free, recall = set(range(len(gold))), [0.0] * len(gold)
    value, left = [0.0] * len(examples), list(range(len(examples)))
    while left:
        best = None
        for j in left:
            precision, owner = max([(table[i][j][0], -i) for i in free], default=(0.0, 0))
            growth = sum(max(0.0, row[j][1] - r) for row, r in zip(table, recall))
            added = (1 - RECALL_SHARE) * precision + RECALL_SHARE * growth
            if best is None or added > best[0] + 1e-9:
                best = (added, j, -owner if precision > 0 else None)
        added, j, owner = best
        left.remove(j)
        free.discard(owner)
        recall = [max(r, row[j][1]) for row, r in zip(table, recall)]
        value[j] = min(1.0, added)
    return value


def probability(weights, features):
    return 1 / (1 + math.exp(-sum(weights[i] for i in features)))


def train(rows, size, decay):
    """rows: (features, rightness, weight)"""
    weights, total = [0.0] * size, sum(row[2] for row in rows)
    for _ in range(STEPS):
        gradient = [0.0] + [-decay * w for w in weights[1:]]
        hessian = [[(decay if i else 1e-9) if i == j else 0.0 for j in range(size)] for i in range(size)]
        for features, rightness, weight in rows:
            p = probability(weights, features)
            error, curve = (rightness - p) * weight / total, max(p * (1 - p), 1e-4) * weight / total
            for i in features:
                gradient[i] += error
                for j in features:
                    hessian[i][j] += curve
        weights = [w + step for w, step in zip(weights, solve(hessian, gradient))]
    return weights


def solve(matrix, right):
    """Gauss with pivots."""
    n = len(right)
    rows = [row + [x] for row, x in zip(matrix, right)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda k: abs(rows[k][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for k in range(i + 1, n):
            factor = rows[k][i] / rows[i][i]
            if factor:
                rows[k] = [a - factor * b for a, b in zip(rows[k], rows[i])]
    x = [0.0] * n
    for i in reversed(range(n)):
        x[i] = (rows[i][n] - sum(rows[i][j] * x[j] for j in range(i + 1, n))) / rows[i][i]
    return x


def fold_of(sentence):
    """A sentence that is in both sets falls into the same fold."""
    return sum(map(ord, re.sub(r'\W', '', sentence))) % FOLDS


def cross_validated(examples, rightness, weight_of, size, decay):
    """A function from an example to the probability that it has where its sentence is held out."""
    rows = [(fold_of(e.sentence), (e.features, y, weight_of(e))) for e, y in zip(examples, rightness)]
    models = [train([row for fold, row in rows if fold != k], size, decay) for k in range(FOLDS)]
    return lambda e: probability(models[fold_of(e.sentence)], e.features)


def report(name, examples, rightness, judge):
    probabilities = [judge(e) for e in examples]

    def loss(values):
        return -sum(y * math.log(p) + (1 - y) * math.log(1 - p) for p, y in zip(values, rightness)) / len(rightness)
    right = pairs = 0
    for step in range(1, 60):     # pairs of triples at fixed distances: every pair would be millions
        for a in range(len(rightness)):
            b = (a + step * 37) % len(rightness)
            if rightness[a] - rightness[b] > 0.2:
                pairs += 1
                right += (probabilities[a] > probabilities[b]) + (probabilities[a] == probabilities[b]) / 2
    mean = sum(rightness) / len(rightness)
    print('%-7s %5d triples; held out: log loss %.3f, of a constant %.3f; in the right order %.3f' %
          (name, len(rightness), loss(probabilities), loss([mean] * len(rightness)), right / pairs), file=sys.stderr)


def flat(lists):
    return [x for part in lists for x in part]


def main(program, model, shared):
    sys.path.insert(0, os.path.join(shared, 'eval'))
    import score_benchie, score_carb
    names = feature_names()
    whole = names.index('whole')
    noun = names.index("noun_relation")

    path = os.path.join(shared, 'data/benchie-dev/gold_en_dev100.txt')
    facts = score_benchie.read_gold(path)
    with open(path, encoding='utf-8') as f:
        texts = dict(line.rstrip('\n')[len('sent_id:'):].split('\t', 1) for line in f if line.startswith('sent_id:'))
    benchie = extract(program, model, [texts[key] for key in facts])
    is_fact = [[float(any(e.slots in synset for synset in facts[key])) for e in found] for key, found in zip(facts, benchie)]

    path = os.path.join(shared, 'data/carb-dev/dev.tsv')
    tuples = score_carb.read(path, False)
    with open(path, encoding='utf-8') as f:
        sentences = list(dict.fromkeys(line.split('\t')[0] for line in f if line.strip()))
    carb = extract(program, model, sentences)
    gold = [tuples[score_carb.key(s)] for s in sentences]

    examples = flat(benchie) + flat(carb)
    rightness = flat(is_fact) + flat(map(assigned_precision, gold, carb))
    first = len(flat(benchie))
    weight = {id(e): 1 / first if i < first else CARB_WEIGHT / (len(examples) - first) for i, e in enumerate(examples)}
    exact = train([(e.features, y, weight[id(e)]) for e, y in zip(examples, rightness)], len(names), EXACT_DECAY)
    judge = cross_validated(examples, rightness, lambda e: weight[id(e)], len(names), EXACT_DECAY)
    report('exact', flat(benchie), flat(is_fact), judge)

    least = least_exactness()

    def shown(judge):
        return lambda found: [e for e in found if (whole in e.features or noun in e.features) or judge(e) >= least]
    held_out = list(map(shown(judge), benchie))
    hits = sum(len({i for e in found for i in [next((k for k, synset in enumerate(facts[key]) if e.slots in synset), None)] if i is not None})
               for key, found in zip(facts, held_out))
    wrong = sum(not any(e.slots in synset for synset in facts[key]) for key, found in zip(facts, held_out) for e in found)
    total = sum(map(len, facts.values()))
    print('BenchIE held out: precision %.3f, recall %.3f, F1 %.3f' % (hits / (hits + wrong), hits / total, 2 * hits / (hits + wrong + total)), file=sys.stderr)

    def usefulness(judge):
        kept = list(map(shown(judge), carb))
        return kept, flat(kept), flat(map(added_value, gold, kept))
    kept, triples, values = usefulness(judge)
    judge = cross_validated(triples, values, lambda e: 1.0, len(names), USEFUL_DECAY)
    report('useful', triples, values, judge)
    system = {score_carb.key(s): [(round(judge(e), 3), e.slots[1], [e.slots[0], e.slots[2]]) for e in found] for s, found in zip(sentences, kept)}
    area, best, _ = score_carb.score(tuples, system)
    print('CaRB held out: best precision %.3f, recall %.3f, F1 %.3f; area %.3f' % (*best, area), file=sys.stderr)

    _, triples, values = usefulness(lambda e: probability(exact, e.features))
    useful = train([(e.features, y, 1.0) for e, y in zip(triples, values)], len(names), USEFUL_DECAY)
    print('# Weights of the features of open triples: exact, useful (two logistic regressions). Made by tests/quality/train_triples.py\n'
          '# from the development halves of BenchIE and CaRB; see docs/triples.md. The order is that of TripleFeature.')
    for row in zip(names, exact, useful):
        print('%s\t%.4f\t%.4f' % row)


if __name__ == '__main__':
    main(*sys.argv[1:])
