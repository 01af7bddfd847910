#!/usr/bin/env python3
"""Reads the sources and enforces docs/architecture.md: who may include what, and the form that every file has.

check_sources.py PROJECT"""

import pathlib
import re
import sys

# A room, and what its files may include of this project beside their own room. The longest name that fits a file counts.
ROOMS = {
    "extract/base/": [],
    "extract/nlp/": ["extract/base/"],
    "extract/readers/": ["extract/base/", "extract/article.hpp"],
    "extract/data/": ["extract/base/"],
    "extract/clauses/": ["extract/base/", "extract/nlp/", "extract/data/"],
    "extract/names/": ["extract/base/", "extract/nlp/", "extract/clauses/", "extract/data/"],
    "extract/relations/": ["extract/base/", "extract/nlp/", "extract/clauses/", "extract/data/", "extract/names/"],
    "extract/article.": [],
    "extract/record.": ["extract/base/"],
    "extract/": ["extract/article.", "extract/record.", "extract/base/", "extract/nlp/", "extract/clauses/", "extract/data/", "extract/names/",
                 "extract/relations/"],
    "graph/": ["extract/base/", "extract/article.hpp", "extract/record.hpp"],
    "export/": ["extract/base/", "graph/"],
    "cli/": ["extract/", "graph/", "export/"],
}

# Libraries of others that stay behind one door: a part of the header's name, and who may include it.
DOORS = {
    "rapidjson/": ["extract/base/json.hpp"],
    "boost/graph/": ["graph/knowledge_graph.cpp", "graph/graph_structure.cpp"],
    "boost/program_options": ["cli/command_line.cpp"],
    "sqlite3.h": ["graph/sqlite.cpp"],
    "pcre2.h": ["extract/nlp/regex.cpp"],
    "libxml/": ["graph/graphml_reader.cpp", "extract/readers/markup.cpp"],
    "cld2/": ["extract/language.cpp"],
    "zlib.h": ["extract/readers/gunzip"],
    "utf8proc.h": ["extract/nlp/", "extract/names/", "graph/names.cpp", "graph/stories.cpp"],
    "iostream": [],
    "catch2/": ["tests/support/catch.hpp"],
}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
LONGEST_FILE = 500
LONGEST_LINE = 150  # clang-format aims at 120; some expressions cannot be broken well


def room_of(name):
    rooms = [room for room in ROOMS if name.startswith(room)]
    return max(rooms, key=len) if rooms else None


def allowed(name, included):
    room = room_of(name)
    if room is None:
        return True
    return room_of(included) == room or any(included.startswith(other) for other in ROOMS[room])


def check_includes(name, lines):
    for number, line in enumerate(lines, 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        quote, included = match.groups()
        if quote == '"' and not allowed(name, included):
            yield f"{name}:{number}: {room_of(name)} may not include {included}"
        if included.endswith(".cpp"):
            yield f"{name}:{number}: includes a source"
        for door, keepers in DOORS.items():
            outside = not any(name.startswith(keeper) for keeper in keepers)
            if quote == "<" and included.startswith(door) and outside and not name.startswith("tests/"):
                yield f"{name}:{number}: <{included}> is for {', '.join(keepers) or 'programs'} only"


def check_form(name, text):
    lines = text.splitlines()
    if not text.isascii():
        line = next(number for number, line in enumerate(lines, 1) if not line.isascii())
        yield f"{name}:{line}: not ASCII: other text lives in escapes or data files"
    if name.endswith(".inc"):
        return
    if len(lines) > LONGEST_FILE:
        yield f"{name}: {len(lines)} lines, the most are {LONGEST_FILE}"
    if not text.endswith("\n"):
        yield f"{name}: no newline at its end"
    for number, line in enumerate(lines, 1):
        if len(line) > LONGEST_LINE and "R\"(" not in line:
            yield f"{name}:{number}: {len(line)} columns"
        if line != line.rstrip() or "\t" in line:
            yield f"{name}:{number}: a tab, or blanks at the end"
    if name.endswith(".hpp"):
        if not lines or not lines[0].startswith("//"):
            yield f"{name}:1: a header opens with what it is"
        if "#pragma once" not in lines:
            yield f"{name}: no #pragma once"
        if re.search(r"^\s*using namespace", text, re.MULTILINE):
            yield f"{name}: using namespace in a header"


def main():
    project = pathlib.Path(sys.argv[1])
    problems = []
    count = 0
    for top in ("extract", "graph", "export", "cli", "tests"):
        for path in sorted((project / top).rglob("*")):
            if path.suffix not in (".cpp", ".hpp", ".inc"):
                continue
            count += 1
            name = str(path.relative_to(project))
            text = path.read_text()
            problems += check_includes(name, text.splitlines())
            problems += check_form(name, text)
    for problem in problems:
        print(problem)
    print(f"{count} files, {len(problems)} problems")
    sys.exit(1 if problems or count < 100 else 0)


if __name__ == "__main__":
    main()
