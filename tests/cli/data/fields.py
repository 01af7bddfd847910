#!/usr/bin/env python3
"""Of each line of JSON on standard input: these fields, else those that the reader of articles fills in. What the
language model makes of an article is for other tests."""
import json
import sys

names = sys.argv[1:] or ["doc", "title", "date", "source", "url", "text", "error"]
for line in sys.stdin:
    record = json.loads(line)
    print(json.dumps({name: record[name] for name in names if name in record}, ensure_ascii=False))
