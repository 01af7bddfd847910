#!/usr/bin/env python3
"""Runs the examples of documentation pages and compares what they print with what the pages say.

usage: run_examples.py --program NEWSGRAPH --seeds DIR [--update] PAGE...

An example is a fenced block marked "console": lines that begin with "$ " are commands, those behind them are what they
print, on either stream. The blocks of a page run in order in one folder that has seeds/ in it and the program on its
path. --update writes what was printed into the pages instead; look at the difference before committing it.
"""
import argparse, difflib, os, re, subprocess, sys, tempfile

BLOCK = re.compile(r'(?<=^```console\n)(.*?)(?=^```$)', re.MULTILINE | re.DOTALL)


def run(command, folder, program):
    environment = dict(os.environ, PATH=os.path.dirname(program) + os.pathsep + os.environ['PATH'], LC_ALL='C.UTF-8')
    done = subprocess.run(['bash', '-c', command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120, encoding='utf-8')
    return done.stdout


def run_block(block, folder, program):
    commands = [line[2:] for line in block.splitlines() if line.startswith('$ ')]
    return ''.join('$ %s\n%s' % (command, run(command, folder, program)) for command in commands)


def run_page(page, program, seeds):
    with open(page, encoding='utf-8') as f:
        text = f.read()
    with tempfile.TemporaryDirectory() as folder:
        os.symlink(seeds, os.path.join(folder, 'seeds'))
        return text, BLOCK.sub(lambda match: run_block(match.group(1), folder, program), text)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('--program', required=True, type=os.path.abspath)
    parser.add_argument('--seeds', required=True, type=os.path.abspath)
    parser.add_argument('--update', action='store_true')
    parser.add_argument('pages', nargs='+')
    options = parser.parse_args()
    if 'ready to run' not in subprocess.run([options.program, 'model'], stdout=subprocess.PIPE, encoding='utf-8').stdout:
        print("skipped: no language model; './bootstrap model' fetches it")
        return 77
    differences = 0
    for page in options.pages:
        said, printed = run_page(page, options.program, options.seeds)
        if options.update and said != printed:
            with open(page, 'w', encoding='utf-8') as f:
                f.write(printed)
        lines = list(difflib.unified_diff(said.splitlines(), printed.splitlines(), page, 'what is printed', lineterm=''))
        print('\n'.join(lines) if lines else page + ': as printed')
        differences += bool(lines)
    return 1 if differences and not options.update else 0


if __name__ == '__main__':
    sys.exit(main())
