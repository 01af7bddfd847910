#!/usr/bin/env python3
"""Score open triples on the development halves of BenchIE and CaRB and compare the figures with their floors.

    triples.py --program NEWSGRAPH --model DIR --shared DIR

The scorers and the data are those of DIR. Ends with 0 if every floor of floors.tsv for the set `triples` is reached, 1 if one
is not, 77 if there is no model or no data.
"""
import argparse, os, subprocess, sys, tempfile

import quality


def triples(arguments, sentences):
    command = [arguments.program, 'triples', '--model', arguments.model, '--tokenized']
    out = subprocess.run(command, input='\n'.join(sentences) + '\n', capture_output=True, text=True, check=True).stdout
    return [line.split('\t') for line in out.splitlines()]


def benchie(arguments, path):
    import score_benchie
    gold = score_benchie.read_gold(path)
    with open(path, encoding='utf-8') as f:
        texts = dict(line.rstrip('\n')[len('sent_id:'):].split('\t', 1) for line in f if line.startswith('sent_id:'))
    keys = list(gold)
    with tempfile.NamedTemporaryFile('w', suffix='.tsv', encoding='utf-8') as system:
        for number, *slots, _ in triples(arguments, [texts[k] for k in keys]):
            system.write('\t'.join([keys[int(number) - 1], *slots]) + '\n')
        system.flush()
        return score_benchie.score(gold, system.name)


def carb(arguments, path):
    """Precision, recall and F1 at the confidence where F1 is best, as CaRB reports it, and the area under the curve."""
    import score_carb
    with open(path, encoding='utf-8') as f:
        sentences = list(dict.fromkeys(line.split('\t')[0] for line in f if line.strip()))
    with tempfile.NamedTemporaryFile('w', suffix='.tsv', encoding='utf-8') as system:
        for number, subject, relation, obj, confidence in triples(arguments, sentences):
            system.write('\t'.join([sentences[int(number) - 1], confidence, relation, subject, obj]) + '\n')
        system.flush()
        area, best, _ = score_carb.score(score_carb.read(path, False), score_carb.read(system.name, True))
        return (*best, area)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    for option in ('program', 'model', 'shared'):
        parser.add_argument('--' + option, required=True)
    arguments = parser.parse_args()
    gold = os.path.join(arguments.shared, 'data/benchie-dev/gold_en_dev100.txt')
    carb_gold = os.path.join(arguments.shared, 'data/carb-dev/dev.tsv')
    for needed in (gold, carb_gold, os.path.join(arguments.model, 'config.cfg')):
        if not os.path.exists(needed):
            print('skipped: %s is not there' % needed)
            return 77
    sys.path.insert(0, os.path.join(arguments.shared, 'eval'))
    precision, recall, f1 = benchie(arguments, gold)
    figures = {'benchie_precision': precision, 'benchie_recall': recall, 'benchie_f1': f1}
    figures.update(zip(('carb_precision', 'carb_recall', 'carb_f1', 'carb_area'), carb(arguments, carb_gold)))
    failed = False
    for figure, floor in quality.floors('triples'):
        reached = figures[figure] >= floor
        failed = failed or not reached
        print('%-28s %.3f, floor %.3f%s' % (figure, figures[figure], floor, '' if reached else '  NOT REACHED'))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
