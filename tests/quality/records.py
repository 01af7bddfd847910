#!/usr/bin/env python3
"""Compare figures of records and merged graphs (events, pronouns, who is who) with the floors of floors.tsv.

    records.py --program NEWSGRAPH --model DIR --shared DIR

DIR holds the scorers and the development data. Ends with 0 if the floors are reached, 1 if not, 77 if there is no model or no
data.
"""
import argparse, os, re, subprocess, sys

from quality import floors
from table import ROWS, by_set

SETS = ['events', 'pronouns', 'merge']


def main():
    options = argparse.ArgumentParser()
    for name in ('--program', '--model', '--shared'):
        options.add_argument(name, required=True)
    options = options.parse_args()
    measure = os.path.join(options.shared, 'eval', 'measure.py')
    for needed in (measure, options.model):
        if not os.path.exists(needed):
            print('skipped: no ' + needed)
            return 77
    run = subprocess.run([sys.executable, measure, options.program] + SETS, env={**os.environ, 'NEWSGRAPH_MODEL': options.model},
                         capture_output=True, text=True)
    parts = by_set(run.stdout.splitlines(keepends=True))
    failed = False
    for key, pattern, _, _, names in ROWS:
        if not names:
            continue
        found = re.search(pattern, parts.get(key, ''), re.S | re.M)
        for number, name in enumerate(names):
            floor = dict(floors(key)).get(name)
            if floor is None:
                continue
            figure = float(found.group(number + 1)) if found else -1.0
            failed = failed or figure < floor
            print('%-16s %-12s %.3f  floor %.3f%s' % (key, name, figure, floor, '  TOO LOW' if figure < floor else ''))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
