#!/usr/bin/env python3
"""The same articles give the same bytes: with any number of threads, in any order, whole or by way of `extract`. On the
samples, and on 200 Reuters articles where they are: test_same_bytes.py PROGRAM MODEL [reuters.jsonl.gz]."""

import gzip
import json
import pathlib
import random
import sys
import unittest

from sandbox import PROJECT, CommandLineTest, main

REUTERS = pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 else None


class SameBytes(CommandLineTest):
    def check(self, lines):
        """`lines`: articles as JSON Lines, with ids of their own."""
        self.sandbox.write("a.jsonl", "\n".join(lines) + "\n")
        random.Random(1).shuffle(lines)
        self.sandbox.write("b.jsonl", "\n".join(lines) + "\n")
        outputs = {
            "one thread": "newsgraph build a.jsonl -j 1 -f {format} --status all",
            "four threads": "newsgraph build a.jsonl -j 4 -f {format} --status all",
            "shuffled": "newsgraph build - -j 2 -f {format} --status all < b.jsonl",
            "records": "newsgraph extract -j 3 b.jsonl | newsgraph build - -f {format} --status all",
            "records of records": "newsgraph extract a.jsonl | newsgraph extract | newsgraph build -f {format} --status all",
        }
        for graph_format in ("graphml", "dot"):
            found = {}
            for name, script in outputs.items():
                out, err = self.run_program("set -o pipefail; " + script.format(format=graph_format))
                self.assertEqual(err, "", name)
                found[name] = out
            first = found["one thread"]
            self.assertGreater(len(first), 1000)
            different = [name for name, text in found.items() if text != first]
            self.assertEqual(different, [], graph_format)

    def test_samples(self):
        lines = []
        for path in sorted((PROJECT / "seeds").glob("*.txt")):
            title, _, body = path.read_text().partition("\n")
            lines.append(json.dumps({"id": path.name, "title": title, "text": body}))
        self.check(lines)

    def test_records_and_annotations_are_in_the_order_of_the_input(self):
        for command in ("extract", "annotate", "annotate --names"):
            one, _ = self.run_program(f"newsgraph {command} -j 1 seeds")
            five, _ = self.run_program(f"newsgraph {command} -j 5 seeds")
            self.assertTrue(one == five, command)

    @unittest.skipUnless(REUTERS and REUTERS.is_file(), "the Reuters articles are not here")
    def test_reuters(self):
        with gzip.open(REUTERS, "rt") as file:
            lines = [line.rstrip("\n") for _, line in zip(range(200), file)]
        self.check(lines)


if __name__ == "__main__":
    main(needs_model=True)
