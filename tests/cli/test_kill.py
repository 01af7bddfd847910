#!/usr/bin/env python3
"""`kill -9` at random moments while a store is written: it opens, it is sound, and the same command goes on to the same
graph. How often: the environment variable NEWSGRAPH_KILLS (default 12)."""

import json
import os
import random
import shutil
import signal
import subprocess
import time

from sandbox import CommandLineTest, main

SEED = 20260110
KILLS = int(os.environ.get("NEWSGRAPH_KILLS", "12"))
COPIES = 300


class Kill(CommandLineTest):
    def setUp(self):
        super().setUp()
        records = [json.loads(line) for line in (self.sandbox.folder / "data" / "records.jsonl").read_text().splitlines()]
        lines = []
        for copy in range(COPIES):
            for record in records:
                lines.append(json.dumps({**record, "doc": f"{copy}-{record['doc']}"}))
        self.sandbox.write("many.jsonl", "\n".join(lines) + "\n")
        # Every third one with another date: documents that are replaced.
        changed = [json.dumps({**json.loads(line), "date": "2026-05-05"}) if i % 3 == 0 else line for i, line in enumerate(lines)]
        self.sandbox.write("changed.jsonl", "\n".join(changed) + "\n")
        self.random = random.Random(SEED)

    def export(self, store):
        self.run_program(f"newsgraph export {store} -o out.json")
        return (self.sandbox.folder / "out.json").read_bytes()

    def time_of(self, command):
        begun = time.monotonic()
        self.run_program(command)
        return time.monotonic() - begun

    def kill_within(self, command, seconds):
        process = subprocess.Popen(["bash", "-c", "exec " + command], cwd=self.sandbox.folder, env=self.sandbox.environment,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(self.random.uniform(0, seconds))
        process.send_signal(signal.SIGKILL)
        return process.wait() == -signal.SIGKILL

    def check_kills(self, prepare, command):
        prepare()
        seconds = self.time_of(command)
        wanted = self.export("news.ngdb")
        killed = 0
        for _ in range(KILLS // 2):
            for path in self.sandbox.folder.glob("news.ngdb*"):
                path.unlink()
            prepare()
            killed += self.kill_within(command, seconds)
            if (self.sandbox.folder / "news.ngdb").exists():
                self.assertEqual(self.run_program("newsgraph check news.ngdb"), ("ok\n", ""))
            self.run_program(command)
            self.assertEqual(self.run_program("newsgraph check news.ngdb"), ("ok\n", ""))
            self.assertEqual(self.export("news.ngdb"), wanted)
        self.assertGreater(killed, 0, "the program was always quicker")

    def test_a_new_store(self):
        self.check_kills(lambda: None, "newsgraph add news.ngdb many.jsonl")

    def test_replacing(self):
        self.run_program("newsgraph add full.ngdb many.jsonl")
        self.check_kills(lambda: shutil.copy(self.sandbox.folder / "full.ngdb", self.sandbox.folder / "news.ngdb"),
                         "newsgraph add news.ngdb changed.jsonl")

    def test_two_writers(self):
        half = (self.sandbox.folder / "many.jsonl").read_text().splitlines(keepends=True)
        self.sandbox.write("one.jsonl", "".join(half[: len(half) * 2 // 3]))
        self.sandbox.write("two.jsonl", "".join(half[len(half) // 3:]))
        writers = [subprocess.Popen(["newsgraph", "add", "both.ngdb", f"{name}.jsonl"], cwd=self.sandbox.folder,
                                    executable=str(self.sandbox.program), env=self.sandbox.environment,
                                    stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for name in ("one", "two")]
        for writer in writers:
            _, err = writer.communicate(timeout=120)
            self.assertEqual(writer.returncode, 0, err)
        self.assertEqual(self.run_program("newsgraph check both.ngdb"), ("ok\n", ""))
        self.run_program("newsgraph add once.ngdb many.jsonl")
        self.assertEqual(self.export("both.ngdb"), self.export("once.ngdb"))


if __name__ == "__main__":
    main()
