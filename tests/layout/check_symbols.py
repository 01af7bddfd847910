#!/usr/bin/env python3
"""Libraries never print, exit or abort: looks for such symbols in the archives, with nm. An assert may abort.

check_symbols.py NM ARCHIVE..."""

import pathlib
import subprocess
import sys

FORBIDDEN = {
    "std::cout", "std::cerr", "std::clog", "std::cin", "stdout", "stderr",
    "printf", "fprintf", "vprintf", "vfprintf", "puts", "putchar", "fputs", "fputc", "perror", "__printf_chk", "__fprintf_chk",
    "exit", "_exit", "_Exit", "quick_exit", "abort", "std::terminate()", "system", "setlocale", "rand", "srand",
    "time", "clock", "gettimeofday", "clock_gettime", "std::chrono::_V2::system_clock::now()",
    "std::chrono::_V2::steady_clock::now()",
}


def undefined(nm, archive):
    """Pairs of member and symbol."""
    done = subprocess.run([nm, "--demangle", "--undefined-only", archive], capture_output=True, text=True, check=True)
    member = ""
    for line in done.stdout.splitlines():
        if line.endswith(":"):
            member = line[:-1]
        elif line.strip():
            _, _, symbol = line.strip().partition(" ")
            yield member, symbol.split("@")[0]


def main():
    nm, archives = sys.argv[1], sys.argv[2:]
    problems = 0
    symbols = 0
    for archive in archives:
        for member, symbol in undefined(nm, archive):
            symbols += 1
            if symbol in FORBIDDEN:
                print(f"{pathlib.Path(archive).name}: {member} uses {symbol}")
                problems += 1
    print(f"{len(archives)} archives, {symbols} symbols, {problems} problems")
    # Archives that say nothing were not read.
    sys.exit(1 if problems or symbols < 100 * len(archives) // 10 else 0)


if __name__ == "__main__":
    main()
