#!/usr/bin/env python3
"""Runs newsgraph and spaCy on the same articles, one thread each, and prints how they compare.

usage: compare_with_spacy.py --program NEWSGRAPH --model DIR --work DIR [--limit N] [--floors] INPUT...

Tokens per CPU second: of spaCy, nlp.pipe in batches of 32, loading not counted; of newsgraph, the whole program, with
loading, reading JSON and writing CoNLL-U. Rounds of the two alternate, and the best of each counts. INPUTs that are not there
are passed over; what is left is repeated until there are 40,000 words. --floors ends with 1 if newsgraph makes less than 3
times spaCy's tokens, takes more than 150 MB, or needs more than 150 ms from its start to its first token.
"""
import argparse, json, os, resource, subprocess, sys, time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'conformance'))
import spacy_reference

LEAST_RATIO, MOST_MEGABYTES, MOST_MILLISECONDS = 3.0, 150.0, 150.0
ROUNDS = 3
FEWEST_WORDS = 40000


def read_texts(paths, limit):
    texts = [text for path in paths if os.path.exists(path) for _, text in list(spacy_reference.documents(path))[:limit]]
    if not texts:
        sys.exit('no INPUT is there')
    once = list(texts)
    while sum(len(t.split()) for t in texts) < FEWEST_WORDS:
        texts += once
    return texts


def run_newsgraph(args, source):
    """CPU seconds, peak memory in MB, tokens."""
    output = source + '.conllu'
    process = subprocess.Popen([args.program, 'annotate', '-j', '1', '--model', args.model, '-o', output, source])
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = status
    if status != 0:
        sys.exit('newsgraph annotate failed')
    with open(output, encoding='utf-8', newline='\n') as f:
        tokens = sum(line[0].isdigit() for line in f)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, tokens


def first_token_ms(args):
    """From the start of the program to the end of its first line, for a text of one sentence; the best of twenty: the machine may be busy."""
    best = float('inf')
    for _ in range(20):
        start = time.perf_counter()
        process = subprocess.Popen([args.program, 'annotate', '--model', args.model, '--raw', '-'], stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE)
        process.stdin.write(b'President Emmanuel Macron met Vladimir Putin in Paris.')
        process.stdin.close()
        if not process.stdout.readline():
            sys.exit('newsgraph annotate printed nothing')
        best = min(best, time.perf_counter() - start)
        process.stdout.read()
        process.wait()
    return best * 1e3


def main():
    ap = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    ap.add_argument('--program', required=True)
    ap.add_argument('--model', required=True)
    ap.add_argument('--work', required=True)
    ap.add_argument('--limit', type=int)
    ap.add_argument('--floors', action='store_true')
    ap.add_argument('inputs', nargs='+')
    args = ap.parse_args()
    if not os.path.exists(os.path.join(args.model, 'config.cfg')):
        print('skipped: there is no model in %s' % args.model)
        return 77
    texts = read_texts(args.inputs, args.limit)
    os.makedirs(args.work, exist_ok=True)
    source = os.path.join(args.work, 'bench.jsonl')
    with open(source, 'w', encoding='utf-8') as f:
        for i, text in enumerate(texts):
            f.write(json.dumps({'id': str(i), 'text': text}) + '\n')

    # Before spaCy is here: Linux counts what the parent held at the fork as the child's own peak.
    megabytes = run_newsgraph(args, source)[1]
    milliseconds = first_token_ms(args)
    import spacy
    nlp = spacy.load(args.model)
    ours, theirs = 0.0, 0.0
    for _ in range(ROUNDS):
        start = time.process_time()
        count = sum(len(doc) for doc in nlp.pipe(texts, batch_size=32))
        theirs = max(theirs, count / (time.process_time() - start))
        seconds, _, tokens = run_newsgraph(args, source)
        ours = max(ours, tokens / seconds)
        if tokens != count:
            sys.exit('newsgraph made %d tokens, spaCy %d' % (tokens, count))
    spacy_megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print('%d texts, %d tokens' % (len(texts), count))
    print('tokens per CPU second: newsgraph %d, spaCy %d, ratio %.1f' % (ours, theirs, ours / theirs))
    print('peak memory: newsgraph %.0f MB, spaCy %.0f MB' % (megabytes, spacy_megabytes))
    print('start to first token: %.0f ms' % milliseconds)
    within = ours / theirs >= LEAST_RATIO and megabytes <= MOST_MEGABYTES and milliseconds <= MOST_MILLISECONDS
    if args.floors and not within:
        print('outside of the bounds: ratio %.1f, %.0f MB, %.0f ms' % (LEAST_RATIO, MOST_MEGABYTES, MOST_MILLISECONDS))
        return 1
    return 0


if __name__ == '__main__':
    sys.exit(main())
