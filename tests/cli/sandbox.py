"""A folder and an environment of its own for each run of the program, so that nothing of the tester's machine shows.

Tests that need more than one command line import this; run_case.py runs the cases that are files."""

import os
import pathlib
import pty
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
SKIPPED = 77


def has_terminals():
    """Whether pseudo-terminals can be had; in a chroot without /dev/pts they cannot."""
    try:
        ends = pty.openpty()
    except OSError:
        return False
    for end in ends:
        os.close(end)
    return True


class Sandbox:
    """A new working folder with links to tests/cli/data and seeds/. `model` is the language model's folder or None."""

    def __init__(self, program, model=None):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="newsgraph-cli-"))
        self.program = pathlib.Path(program).resolve()
        (self.folder / "data").symlink_to(HERE / "data")
        (self.folder / "seeds").symlink_to(PROJECT / "seeds")
        self.environment = {
            "PATH": f"{self.program.parent}:/usr/local/bin:/usr/bin:/bin",
            "HOME": str(self.folder),
            "LC_ALL": "C.UTF-8",
            "TERM": "xterm",
            "NEWSGRAPH_MODEL": str(model) if model else "no-model",
        }
        for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LD_LIBRARY_PATH"):
            if name in os.environ:
                self.environment[name] = os.environ[name]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, script, stdin=b"", **changes):
        """Runs a bash script; stdout and stderr of the answer are bytes."""
        return subprocess.run(["bash", "-c", script], cwd=self.folder, env={**self.environment, **changes},
                              input=stdin, capture_output=True, timeout=900, check=False)

    def write(self, name, data):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path


class CommandLineTest(unittest.TestCase):
    """Base of the scripts: `main()` sets program and model; each test has a sandbox."""

    program = None
    model = None
    maxDiff = 2000

    def setUp(self):
        self.sandbox = Sandbox(self.program, self.model)
        self.addCleanup(self.sandbox.__exit__)

    def run_program(self, script, status=0, **more):
        """Runs a script, checks its status, hands back stdout and stderr as text."""
        done = self.sandbox.run(script, **more)
        out, err = done.stdout.decode(), done.stderr.decode()
        self.assertEqual(done.returncode, status, f"{script}\nstdout: {out[-2000:]}\nstderr: {err[-2000:]}")
        return out, err


def main(needs_model=False):
    """SCRIPT PROGRAM [MODEL]: ends with 77 if a model is needed and not there."""
    CommandLineTest.program = sys.argv[1]
    if needs_model:
        model = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else "")
        if not (model / "config.cfg").is_file():
            print(f"skipped: no language model in {model}; './bootstrap model' fetches it")
            sys.exit(SKIPPED)
        CommandLineTest.model = model.resolve()
    unittest.main(argv=[sys.argv[0], "-v"])
