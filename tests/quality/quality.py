#!/usr/bin/env python3
"""Score the graphs of gold articles and compare the figures with their floors.

    quality.py --program NEWSGRAPH --model DIR --set NAME --work DIR GOLD_DIR TEXT_DIR

Builds WORK/NAME.json and .graphml for each GOLD_DIR/**/NAME.json from its article (TEXT_DIR/ARTICLE, else beside the JSON) and scores
the folder with score_graph.py. Ends with 0 if every figure of floors.tsv for the set is reached, 1 if one is not, 77 if there
is no model or no gold.
"""
import argparse, json, os, subprocess, sys

import score_details
import score_graph

HERE = os.path.dirname(os.path.abspath(__file__))


def articles(gold_path, text_dir):
    """The text files of one gold graph: one article, or all of a story."""
    with open(gold_path, encoding='utf-8') as f:
        gold = json.load(f)
    folder = os.path.dirname(gold_path)
    for name in gold.get('articles') or [gold['article']]:
        beside = os.path.join(folder, os.path.basename(name))
        yield beside if os.path.exists(beside) else os.path.join(text_dir, os.path.basename(name))


def floors(name):
    with open(os.path.join(HERE, 'floors.tsv'), encoding='utf-8') as f:
        for line in f:
            cells = line.rstrip('\n').split('\t')
            if len(cells) == 3 and cells[0] == name:
                yield cells[1], float(cells[2])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    for option in ('program', 'model', 'set', 'work'):
        parser.add_argument('--' + option, required=True)
    parser.add_argument('gold')
    parser.add_argument('texts')
    arguments = parser.parse_args()
    for needed in (arguments.gold, os.path.join(arguments.model, 'config.cfg')):
        if not os.path.exists(needed):
            print('skipped: %s is not there' % needed)
            return 77

    work = os.path.join(arguments.work, arguments.set)
    os.makedirs(work, exist_ok=True)
    total = score_graph.collections.Counter()
    details = score_graph.collections.Counter()
    for name, gold_path, _ in score_graph.pairs_of(work, arguments.gold):
        graph = os.path.join(work, name + '.graphml')
        whole = os.path.join(work, name + '.json')
        subprocess.run([arguments.program, 'build', '--model', arguments.model, '--status', 'all', '-o', whole,
                        *articles(gold_path, arguments.texts)], check=True)
        subprocess.run([arguments.program, 'export', whole, '--status', 'all', '-o', graph], check=True)
        gold = score_graph.Gold(gold_path)
        counts, _, _ = score_graph.score(gold, *score_graph.read_graphml(graph), 0.0)
        details.update(score_details.score(gold, *score_details.read_json(whole))[0])
        print(score_graph.report(name, counts, score_graph.measures(counts)))
        total.update(counts)
    figures = score_graph.measures(total)
    print(score_graph.report('ALL', total, figures))
    for what in ('dates', 'roles'):
        figures[what] = score_graph.ratio(details[what + '_right'], details[what])
        print('  %s of right edges: %d of %d' % (what, details[what + '_right'], details[what]))
    failed = False
    for figure, floor in floors(arguments.set):
        value = total[figure] if figure in total else figures.get(figure) or 0.0
        reached = value >= floor
        failed = failed or not reached
        print('%-28s %.3f, floor %.3f%s' % (figure, value, floor, '' if reached else '  NOT REACHED'))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
