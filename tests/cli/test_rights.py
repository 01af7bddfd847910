#!/usr/bin/env python3
"""What may not be read or written, seen by a user without special rights: root would be let through."""

import os
import shutil
import subprocess

from sandbox import CommandLineTest, main

NOBODY = 65534


class Rights(CommandLineTest):
    def setUp(self):
        super().setUp()
        self.folder = self.sandbox.folder / "open"
        self.folder.mkdir()
        shutil.copy(self.program, self.folder / "newsgraph")
        shutil.copy(self.sandbox.folder / "data" / "records.jsonl", self.folder / "records.jsonl")
        for path in (self.sandbox.folder, self.folder, self.folder / "newsgraph"):
            path.chmod(0o755)
        (self.folder / "records.jsonl").chmod(0o644)

    def run_as_nobody(self, arguments, status):
        other = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
        done = subprocess.run(["./newsgraph", *arguments.split()], cwd=self.folder, env=self.sandbox.environment,
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False, **other)
        self.assertEqual((done.returncode, done.stdout), (status, ""), done.stderr)
        return done.stderr

    def test_a_read_only_output_folder(self):
        locked = self.folder / "locked"
        locked.mkdir()
        (locked / "old.dot").write_text("old")
        locked.chmod(0o555)
        for name in ("new", "old"):
            err = self.run_as_nobody(f"build records.jsonl -o locked/{name}.dot", 1)
            self.assertEqual(err, f"newsgraph: locked/{name}.dot: cannot be written: Permission denied\n")
        self.assertEqual((locked / "old.dot").read_text(), "old")
        self.assertEqual(len(list(locked.iterdir())), 1)
        locked.chmod(0o755)

    def test_a_file_that_may_not_be_read(self):
        secret = self.folder / "secret.txt"
        secret.write_text("Text.")
        secret.chmod(0)
        err = self.run_as_nobody("extract secret.txt", 1)
        self.assertEqual(err, "newsgraph: warning: secret.txt: Permission denied\n")
        err = self.run_as_nobody("neighbors secret.txt Ostmark", 1)
        self.assertEqual(err, "newsgraph: secret.txt: Permission denied\n")

    def test_a_folder_that_may_not_be_listed(self):
        hidden = self.folder / "hidden"
        hidden.mkdir()
        (hidden / "a.txt").write_text("Text.")
        hidden.chmod(0)
        err = self.run_as_nobody("extract hidden", 1)
        self.assertIn("newsgraph: hidden: cannot be listed: Permission denied", err)
        err = self.run_as_nobody("extract hidden/a.txt", 1)
        self.assertIn("newsgraph: hidden/a.txt: Permission denied", err)
        hidden.chmod(0o755)


if __name__ == "__main__":
    main()
