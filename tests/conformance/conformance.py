#!/usr/bin/env python3
"""Compares `newsgraph annotate` with spaCy on one set of texts, cell by cell (compare_conllu.py says which).

usage: conformance.py --program NEWSGRAPH --checks DIR --model DIR --work DIR [--deep] [--limit N] [--nasty N]
                      NAME [INPUT...]

INPUTs are as for spacy_reference.py; --limit takes the first N documents of each; --nasty adds every N-th of nasty_texts.py.
Both programs read the same WORK/NAME.jsonl; the reference is kept in WORK and made again when the texts, the model, the pins
or the script change. Then check_tokens compares what CoNLL-U does not show, and with --deep check_trace every step of the
networks; both are in the folder that --checks names. Exit 0: no difference; 1: some; 77: an INPUT is not there.

A difference is a tie if it follows from a decision for which spaCy's own scores are less than 1e-4 apart, so that rounding
decides: documents that differ are traced step by step, and check_trace tells. Ties are listed, and do not fail the test.
"""
import argparse, hashlib, io, json, os, subprocess, sys, time

import compare_conllu, nasty_texts, spacy_reference

HERE = os.path.dirname(os.path.abspath(__file__))
SKIPPED = 77
# Decided by rules and not by scores: no tie can excuse them.
RULED = {'TOKEN', 'FORM', 'SPACE', 'DOCUMENT'}


def write_texts(path, documents):
    with open(path, 'w', encoding='utf-8', newline='\n') as f:
        for ident, text in documents:
            f.write(json.dumps({'id': ident, 'text': text}) + '\n')


def digest(paths):
    total = hashlib.sha256()
    for path in paths:
        with open(path, 'rb') as f:
            total.update(hashlib.sha256(f.read()).digest())
    return total.hexdigest()


def model_files(model):
    return sorted(os.path.join(folder, name) for folder, _, names in os.walk(model) for name in names)


def make_reference(model, texts, reference, *options):
    script, pins = (os.path.join(HERE, name) for name in ('spacy_reference.py', 'requirements.txt'))
    key = digest([texts, script, pins] + model_files(model))
    stamp = reference + '.made-from'
    if os.path.exists(reference) and os.path.exists(stamp):
        with open(stamp) as f:
            if f.read() == key:
                return
    start = time.time()
    subprocess.run([sys.executable, script, '--model', model, *options, '-o', reference, texts], check=True)
    with open(stamp, 'w') as f:
        f.write(key)
    print('reference made in %.1f s' % (time.time() - start))


def annotate(program, model, texts, output):
    run = subprocess.run([program, 'annotate', '--model', model, '-o', output, texts], stdout=subprocess.PIPE,
                         stderr=subprocess.PIPE, encoding='utf-8')
    if run.returncode != 0 or run.stdout or run.stderr:
        sys.exit('%s annotate ended with %d and said: %s%s' % (program, run.returncode, run.stdout, run.stderr))


def differences(reference, system):
    """{document: [line that says what differs]}, and the counts by column."""
    out = io.StringIO()
    good, total = compare_conllu.compare(compare_conllu.read_reference(reference), compare_conllu.read_system(system),
                                         sys.maxsize, out)
    found = {}
    for line in out.getvalue().split('\n')[:-1]:
        found.setdefault(line.split('\t')[0], []).append(line)
    return found, good, total


def check(args, program, reference):
    """Runs check_tokens or check_trace; returns whether it found no difference, and its lines."""
    run = subprocess.run([os.path.join(args.checks, program), args.model, reference], stdout=subprocess.PIPE,
                         encoding='utf-8')
    print(run.stdout, end='')
    return run.returncode == 0, run.stdout.split('\n')


def ties_of(args, work, documents):
    """The documents whose trace differs from spaCy's in near ties alone."""
    texts, trace = work + '.differing.jsonl', work + '.trace.jsonl'
    write_texts(texts, documents)
    make_reference(args.model, texts, trace, '--deep')
    ties, differing = set(), set()
    for line in check(args, 'check_trace', trace)[1]:
        parts = line.split('\t')
        if parts[0] == 'tie':
            ties.add(parts[1])
        elif parts[0] == 'differs':
            differing.add(parts[1])
    return ties - differing


def read_documents(args):
    documents = [d for path in args.inputs for d in list(spacy_reference.documents(path))[:args.limit]]
    if args.nasty:
        # A trace of a long text takes minutes.
        nasty = [d for d in nasty_texts.documents(args.model) if not args.deep or len(d[1]) < 500]
        documents += nasty[::args.nasty]
    return documents


def arguments():
    ap = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    ap.add_argument('--program', required=True)
    ap.add_argument('--checks', required=True)
    ap.add_argument('--model', required=True)
    ap.add_argument('--work', required=True)
    ap.add_argument('--deep', action='store_true')
    ap.add_argument('--limit', type=int)
    ap.add_argument('--nasty', type=int, default=0)
    ap.add_argument('name')
    ap.add_argument('inputs', nargs='*')
    return ap.parse_args()


def main():
    args = arguments()
    for path in args.inputs + [os.path.join(args.model, 'config.cfg')]:
        if not os.path.exists(path):
            print('skipped: there is no %s' % path)
            return SKIPPED
    os.makedirs(args.work, exist_ok=True)
    work = os.path.join(args.work, args.name)
    texts, reference, system = work + '.jsonl', work + '.reference.jsonl', work + '.conllu'
    documents = read_documents(args)
    write_texts(texts, documents)
    make_reference(args.model, texts, reference, '--deep' if args.deep else '--pipe')
    annotate(args.program, args.model, texts, system)

    found, good, total = differences(reference, system)
    for column in compare_conllu.COLUMNS:
        print('%-7s %9d of %9d equal' % (column, good[column], total[column]))
    for lines in list(found.values())[:20]:
        print('\n'.join(lines[:20]))
    excused = set()
    if found and not any(RULED & set(line.split('\t')[1:3]) for lines in found.values() for line in lines):
        excused = ties_of(args, work, [d for d in documents if d[0] in found]) & set(found)
    sound = [check(args, program, reference)[0] for program in ['check_tokens'] + ['check_trace'] * args.deep]
    print('%s: %d documents, %d tokens; %d documents differ, %d of them by near ties' %
          (args.name, len(documents), total['TOKEN'], len(found), len(excused)))
    if total['TOKEN'] == 0 or set(found) - excused:
        return 1
    return 0 if all(sound) or excused else 1


if __name__ == '__main__':
    sys.exit(main())
