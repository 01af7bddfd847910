#!/usr/bin/env python3
"""Runs `newsgraph annotate` over the same texts in many ways and checks that each text's lines are the same bytes.

usage: same_bytes.py --program NEWSGRAPH --model DIR --work DIR INPUT...

Forces each set of instructions, several numbers of threads, other orders, and files of one text each. INPUTs are as for
spacy_reference.py; a part of nasty_texts.py is added.
"""
import argparse, json, os, random, subprocess, sys

import nasty_texts, spacy_reference


def annotate(args, name, documents, jobs=1, instructions=None):
    """{id: lines}, in the order of the output; None if this processor lacks the instructions."""
    path = os.path.join(args.work, name + '.jsonl')
    with open(path, 'w', encoding='utf-8') as f:
        for ident, text in documents:
            f.write(json.dumps({'id': ident, 'text': text}) + '\n')
    environment = dict(os.environ)
    environment.pop('NEWSGRAPH_INSTRUCTIONS', None)
    if instructions:
        environment['NEWSGRAPH_INSTRUCTIONS'] = instructions
    run = subprocess.run([args.program, 'annotate', '--model', args.model, '-j', str(jobs), path], stdout=subprocess.PIPE,
                         stderr=subprocess.PIPE, env=environment)
    if instructions and run.returncode != 0 and b'NEWSGRAPH_INSTRUCTIONS' in run.stderr:
        print('not on this processor: %s' % run.stderr.decode('utf-8').strip())
        return None
    if run.returncode != 0:
        sys.exit('annotate failed: %s' % run.stderr.decode('utf-8'))
    mark = b'# newdoc id = '
    blocks = [mark + block for block in run.stdout.split(mark)[1:]]
    return {block[len(mark):block.index(b'\n')].decode('utf-8'): block for block in blocks}


def main():
    ap = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    ap.add_argument('--program', required=True)
    ap.add_argument('--model', required=True)
    ap.add_argument('--work', required=True)
    ap.add_argument('inputs', nargs='+')
    args = ap.parse_args()
    if not os.path.exists(os.path.join(args.model, 'config.cfg')):
        print('skipped: there is no model in %s' % args.model)
        return 77
    os.makedirs(args.work, exist_ok=True)
    nasty = list(nasty_texts.documents(args.model))
    documents = [d for path in args.inputs for d in spacy_reference.documents(path)] + nasty[::5]
    few = [d for d in documents if len(d[1]) < 300][:60]
    expected = annotate(args, 'same', documents)
    failures = []

    def check(name, chosen, **how):
        got = annotate(args, 'other', chosen, **how)
        if got is None:
            return
        same = list(got) == [ident for ident, _ in chosen] and all(got[ident] == expected[ident] for ident, _ in chosen)
        print('%s: %d texts, %s' % (name, len(chosen), 'the same bytes' if same else 'OTHER BYTES'))
        if not same:
            failures.append(name)

    for jobs in (2, 3, 8):
        check('%d threads' % jobs, documents, jobs=jobs)
    check('backwards', documents[::-1])
    check('shuffled, 2 threads', random.Random(1).sample(documents, len(documents)), jobs=2)
    for document in documents[:4] + few[:6]:
        check('alone: ' + document[0], [document])
    for instructions in ('avx2', 'avx512'):
        check(instructions, documents, jobs=2, instructions=instructions)
    check('plain', few, jobs=2, instructions='plain')
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main())
