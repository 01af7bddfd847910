#!/usr/bin/env python3
"""Articles that are too long, and many that are nearly so: named, passed over, and never much memory."""

import json
import os
import subprocess

from sandbox import CommandLineTest, main

SENTENCE = "France attacked Germany in Berlin on Monday, the ministry said. "
GIBIBYTE = 1 << 30


def article(size):
    return (SENTENCE * (size // len(SENTENCE) + 1))[:size]


class Limits(CommandLineTest):
    def memory_of(self, script):
        """Status, stderr and the most memory that the program had, in bytes."""
        with open(self.sandbox.folder / "stderr", "wb") as messages:
            process = subprocess.Popen(["bash", "-c", "exec " + script], cwd=self.sandbox.folder,
                                       env=self.sandbox.environment, stderr=messages)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        return process.returncode, (self.sandbox.folder / "stderr").read_text(), usage.ru_maxrss * 1024

    def test_a_text_file_of_50_megabytes(self):
        self.sandbox.write("long.txt", article(50_000_000))
        status, messages, memory = self.memory_of("newsgraph extract long.txt data/records.jsonl -o out.jsonl")
        self.assertEqual(messages, "newsgraph: warning: long.txt: longer than 1000000 characters, the longest article "
                                   "that is read\n")
        self.assertEqual(status, 1)
        self.assertEqual((self.sandbox.folder / "out.jsonl").read_text().count("\n"), 3)
        self.assertLess(memory, GIBIBYTE // 4)

    def test_a_line_of_50_megabytes(self):
        lines = [json.dumps({"id": "long", "text": article(50_000_000)}), json.dumps({"id": "ok", "text": SENTENCE})]
        self.sandbox.write("a.jsonl", "\n".join(lines))
        status, messages, memory = self.memory_of("newsgraph extract a.jsonl -o out.jsonl")
        self.assertEqual(messages, "newsgraph: warning: a.jsonl:1: longer than 1000000 characters, the longest article "
                                   "that is read\n")
        self.assertEqual(status, 1)
        self.assertEqual((self.sandbox.folder / "out.jsonl").read_text().count('"doc":"ok"'), 1)
        self.assertLess(memory, GIBIBYTE)

    def test_a_record_of_100_megabytes(self):
        self.sandbox.write("a.json", '[{"id": "long", "text": "' + "a" * 100_000_000 + '"}, {"id": "ok", "text": "Rain."}]')
        status, messages, memory = self.memory_of("newsgraph extract a.json -o out.jsonl")
        self.assertEqual(messages, "newsgraph: warning: a.json:1: longer than 67108864 bytes, the longest record that "
                                   "is read\n")
        self.assertEqual(status, 1)
        self.assertEqual((self.sandbox.folder / "out.jsonl").read_text().count('"doc":"ok"'), 1)
        self.assertLess(memory, GIBIBYTE)

    def test_the_longest_article_is_read(self):
        self.sandbox.write("just.txt", article(1_000_000))
        self.sandbox.write("over.txt", article(1_000_001))
        status, messages, memory = self.memory_of("newsgraph annotate --raw just.txt over.txt -o out.conllu")
        self.assertEqual(status, 1)
        self.assertEqual(messages, "newsgraph: warning: over.txt: longer than 1000000 characters, the longest article "
                                   "that is read\n")
        sentences = (self.sandbox.folder / "out.conllu").read_text().count("# sent_id")
        self.assertEqual(sentences, 1_000_000 // len(SENTENCE))
        self.assertLess(memory, GIBIBYTE)

    def test_long_articles_at_once(self):
        lines = [json.dumps({"id": str(i), "text": article(300_000)}) for i in range(12)]
        self.sandbox.write("a.jsonl", "\n".join(lines))
        status, messages, memory = self.memory_of("newsgraph annotate -j 12 a.jsonl -o out.conllu")
        self.assertEqual((status, messages), (0, ""))
        self.assertLess(memory, GIBIBYTE)

    def test_a_word_of_a_million_letters(self):
        self.sandbox.write("word.txt", "x" * 999_999)
        status, messages, _ = self.memory_of("newsgraph extract word.txt -o out.jsonl")
        self.assertEqual((status, messages), (0, ""))


if __name__ == "__main__":
    main(needs_model=True)
