#!/usr/bin/env python3
"""Ctrl-C: exit code 130, no half-written file; and two programs that write the same file at once."""

import signal
import subprocess
import time

from sandbox import CommandLineTest, main


class Interrupt(CommandLineTest):
    def start(self, script, **more):
        return subprocess.Popen(["bash", "-c", "exec " + script], cwd=self.sandbox.folder, env=self.sandbox.environment,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)

    def files(self):
        return sorted(path.name for path in self.sandbox.folder.iterdir() if path.name not in ("data", "seeds"))

    def wait_for_part(self):
        deadline = time.monotonic() + 30
        while not any(name.endswith(".part") for name in self.files()):
            self.assertLess(time.monotonic(), deadline, "the program never began to write")
            time.sleep(0.01)
        time.sleep(0.2)  # until it waits for input

    def check_interrupted(self, signal_sent, script):
        self.sandbox.write("out.dot", "old")
        process = self.start(script, stdin=subprocess.PIPE)
        process.stdin.write((self.sandbox.folder / "data" / "records.jsonl").read_bytes())
        process.stdin.flush()
        self.wait_for_part()
        process.send_signal(signal_sent)
        begun = time.monotonic()
        out, err = process.communicate(timeout=60)
        self.assertEqual((process.returncode, out, err), (130, b"", b""))
        self.assertEqual(self.files(), ["out.dot"])
        self.assertEqual((self.sandbox.folder / "out.dot").read_bytes(), b"old")
        self.assertLess(time.monotonic() - begun, 10)

    def test_build(self):
        self.check_interrupted(signal.SIGINT, "newsgraph build - -o out.dot")

    def test_extract(self):
        self.check_interrupted(signal.SIGINT, "newsgraph extract -j 3 - -o out.dot")

    def test_termination(self):
        self.check_interrupted(signal.SIGTERM, "newsgraph build - -o out.dot")

    def test_closed_terminal(self):
        self.check_interrupted(signal.SIGHUP, "newsgraph build - -o out.dot")

    def test_before_anything_is_read(self):
        process = self.start("newsgraph extract - -o out.dot", stdin=subprocess.PIPE)
        self.wait_for_part()
        process.send_signal(signal.SIGINT)
        process.wait(timeout=60)
        process.communicate()
        self.assertEqual(process.returncode, 130)
        self.assertEqual(self.files(), [])

    def test_a_question_that_takes_long(self):
        # Everybody next to everybody: there are more chains than anybody can wait for.
        nodes = [f'<node id="n{i}"/>' for i in range(60)]
        edges = [f'<edge source="n{i}" target="n{j}"><data key="r">meets</data></edge>' for i in range(60) for j in range(i)]
        self.sandbox.write("g.graphml", '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="r" for="edge" '
                           'attr.name="relation" attr.type="string"/><graph edgedefault="directed">' +
                           "".join(nodes + edges) + "</graph></graphml>")
        process = self.start("newsgraph path g.graphml n1 n2 --k 100000000 --max-steps 0")
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=20)
        self.assertEqual(process.returncode, 130)


class TwoWriters(CommandLineTest):
    def test_the_file_is_whole_and_nothing_is_left(self):
        records = (self.sandbox.folder / "data" / "records.jsonl").read_text().splitlines(keepends=True)
        self.sandbox.write("a.jsonl", records[0])
        self.sandbox.write("b.jsonl", records[1])
        alone = {self.run_program(f"newsgraph build {name}.jsonl -f graphml")[0] for name in "ab"}
        for _ in range(5):
            self.run_program("for i in {1..8}; do newsgraph build a.jsonl -o g.graphml & newsgraph build b.jsonl -o "
                             "g.graphml & done; wait")
            self.assertIn((self.sandbox.folder / "g.graphml").read_text(), alone)
            left = sorted(path.name for path in self.sandbox.folder.iterdir())
            self.assertEqual(left, ["a.jsonl", "b.jsonl", "data", "g.graphml", "seeds"])

    def test_one_of_two_makes_a_file_that_must_not_be_there(self):
        self.sandbox.write("a.jsonl", (self.sandbox.folder / "data" / "records.jsonl").read_bytes())
        script = "newsgraph build a.jsonl -o g.dot --no-overwrite"
        out, err = self.run_program(f"{script} & first=$!; {script}; second=$?; wait $first; echo $(($? + second))")
        self.assertEqual(out, "1\n")
        self.assertIn("g.dot: ", err)
        self.assertEqual(err.count("\n"), 1)


if __name__ == "__main__":
    main()
