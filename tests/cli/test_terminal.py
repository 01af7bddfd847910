#!/usr/bin/env python3
"""On a terminal: progress, colour, and what must not be there. Elsewhere: neither."""

import os
import pty
import select
import subprocess
import time
import unittest

from sandbox import CommandLineTest, has_terminals, main

ERASE = b"\r\x1b[K"


@unittest.skipUnless(has_terminals(), "no pseudo-terminals here (is /dev/pts mounted?)")
class Terminal(CommandLineTest):
    def on_terminal(self, script, stdout="terminal", stdin=b"", **environment):
        """Status, and what a terminal of 80 columns was sent. stdout: "terminal" or "file"."""
        outer, inner = pty.openpty()
        out = inner if stdout == "terminal" else subprocess.DEVNULL
        process = subprocess.Popen(["bash", "-c", "exec " + script], cwd=self.sandbox.folder,
                                   env={**self.sandbox.environment, **environment}, stderr=inner, stdout=out,
                                   stdin=subprocess.PIPE if stdin is not None else inner)
        os.close(inner)
        if stdin is not None:
            process.stdin.write(stdin)
            process.stdin.close()
        seen = b""
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline:
            ready, _, _ = select.select([outer], [], [], 0.1)
            try:
                data = os.read(outer, 65536) if ready else None
            except OSError:  # the program has closed it
                break
            if data == b"":
                break
            seen += data or b""
        os.close(outer)
        return process.wait(timeout=60), seen

    def many(self):
        records = (self.sandbox.folder / "data" / "records.jsonl").read_bytes()
        self.sandbox.write("many.jsonl", records * 300 + b"{\n" + records * 300)

    def test_progress_is_shown_and_wiped(self):
        self.many()
        status, seen = self.on_terminal("newsgraph extract many.jsonl -o out.jsonl")
        self.assertEqual(status, 1)
        self.assertIn(b"] ", seen)
        self.assertIn(b" %", seen)
        self.assertIn(ERASE + b"\x1b[33mnewsgraph: warning: \x1b[0mmany.jsonl:901: ", seen)
        self.assertFalse(seen.endswith(b" %"))

    def test_no_progress_on_request(self):
        self.many()
        for option in ("--no-progress", "--quiet"):
            _, seen = self.on_terminal(f"newsgraph extract {option} many.jsonl -o out.jsonl")
            self.assertNotIn(b" %", seen)

    def test_no_progress_over_data(self):
        _, seen = self.on_terminal("newsgraph extract data/records.jsonl")
        self.assertNotIn(b" %", seen)
        self.assertTrue(seen.startswith(b'{"doc":"atlantic-1"'))

    def test_no_progress_where_the_size_is_not_known(self):
        records = (self.sandbox.folder / "data" / "records.jsonl").read_bytes()
        _, seen = self.on_terminal("newsgraph extract - -o out.jsonl", stdin=records * 100)
        self.assertEqual(seen, b"")

    def test_colour_and_when_there_is_none(self):
        red = b"\x1b[31m"
        script = "newsgraph extract no-such-file"
        self.assertIn(red, self.on_terminal(script)[1])
        self.assertIn(red, self.on_terminal(script, NO_COLOR="")[1])
        self.assertNotIn(b"\x1b", self.on_terminal(script, NO_COLOR="1")[1])
        self.assertNotIn(b"\x1b", self.on_terminal(script, TERM="dumb")[1])
        self.assertNotIn(b"\x1b", self.on_terminal(script + " --color never")[1])
        self.assertIn(red, self.on_terminal(script + " --color always", NO_COLOR="1")[1])
        self.assertNotIn("\x1b", self.run_program(script, status=1)[1])

    def test_neighbors_in_columns(self):
        self.run_program("newsgraph build data/records.jsonl -o g.graphml")
        _, seen = self.on_terminal("newsgraph neighbors g.graphml Ostmark")
        lines = seen.decode().splitlines()
        self.assertIn("\x1b[1mSoland\x1b[0m  country  country:soland", lines)
        columns = {line.index("  weight ") for line in lines if "  weight " in line}
        self.assertEqual(len(columns), 1)
        self.assertIn("confidence 0.90", seen.decode())

    def test_a_terminal_is_no_input(self):
        for command in ("build -f dot", "extract", "annotate"):
            status, seen = self.on_terminal(f"newsgraph {command}", stdin=None, TERM="dumb")
            self.assertEqual(status, 2)
            self.assertIn(b"newsgraph: no input: name files or folders, or '-' for standard input", seen)

    def test_help_has_no_colour_in_pipes(self):
        out, _ = self.run_program("newsgraph help")
        self.assertNotIn("\x1b", out)


if __name__ == "__main__":
    main()
