#!/usr/bin/env python3
"""Runs cases of the command line: folders that hold `cmd` (a bash script), and what it must do, to the byte: `stdout`,
`stderr` (no file: nothing) and `status` (no file: 0). `stdin` is fed to it. A cmd whose first line is "# model" needs the
language model; without it the case is skipped (77), and so is one that runs script(1) where there are no terminals.

run_case.py --program newsgraph [--model DIR] [--update] CASE..."""

import argparse
import difflib
import pathlib
import sys

from sandbox import SKIPPED, Sandbox, has_terminals


def needs_model(case):
    return (case / "cmd").read_text().startswith("# model\n")


def needs_terminal(case):
    return "script -" in (case / "cmd").read_text()


def expected(case, name):
    path = case / name
    return path.read_bytes() if path.exists() else b""


def run(case, program, model):
    """What came of it, by file name."""
    with Sandbox(program, model if needs_model(case) else None) as sandbox:
        done = sandbox.run((case / "cmd").read_text(), expected(case, "stdin"))
        # The only thing of this machine that messages may hold.
        here = [str(sandbox.folder).encode()] + ([str(model).encode()] if model else [])
        names = [b"SANDBOX", b"MODEL"]
        status = b"" if done.returncode == 0 else f"{done.returncode}\n".encode()
        found = {"stdout": done.stdout, "stderr": done.stderr, "status": status}
        for path, name in zip(here, names):
            found = {file: text.replace(path, name) for file, text in found.items()}
        return found


def show_difference(case, name, wanted, found):
    print(f"{case}: {name} is not what it should be")
    lines = [text.decode(errors="backslashreplace").splitlines(keepends=True) for text in (wanted, found)]
    sys.stdout.writelines(list(difflib.unified_diff(*lines, "wanted", "found"))[:200])
    print()


def update(case, found):
    for name, text in found.items():
        path = case / name
        if text == expected(case, name):
            continue
        print(f"{case}: new {name}")
        if text:
            path.write_bytes(text)
        else:
            path.unlink()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--model", type=pathlib.Path)
    parser.add_argument("--update", action="store_true", help="take what the program does as what it should do")
    parser.add_argument("case", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    model = options.model.resolve() if options.model and (options.model / "config.cfg").is_file() else None
    failed = skipped = 0
    for case in options.case:
        if needs_model(case) and model is None:
            print(f"{case}: skipped, no language model; './bootstrap model' fetches it")
            skipped += 1
            continue
        if needs_terminal(case) and not has_terminals():
            print(f"{case}: skipped, no pseudo-terminals here (is /dev/pts mounted?)")
            skipped += 1
            continue
        found = run(case, options.program, model)
        if options.update:
            update(case, found)
            continue
        wrong = [name for name, text in found.items() if text != expected(case, name)]
        for name in wrong:
            show_difference(case, name, expected(case, name), found[name])
        failed += bool(wrong)
    sys.exit(1 if failed else SKIPPED if skipped == len(options.case) else 0)


if __name__ == "__main__":
    main()
