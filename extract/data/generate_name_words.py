#!/usr/bin/env python3
"""Makes name_words.bin: a short vector for each of many words, which says what kind of word it is.

    generate_name_words.py MODEL > name_words.bin          (needs numpy and msgpack)

MODEL is the directory of en_core_web_md 3.8.0, whose 300 numbers a word are cut to their first principal components.
Form: a line "newsgraph words 1", lines with the counts of numbers, vectors and words; the vectors in bytes; the words' hashes,
sorted (FNV-1a of 64 bits, of which the upper 32); each word's vector (16 bits). Little-endian.
"""
import json, re, sys

import msgpack
import numpy

DIMENSIONS = 40


def fnv(word):
    value = 0xCBF29CE484222325
    for byte in word.encode():
        value = ((value ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return value


def murmur(word, seed=1):
    """The ids of spaCy's strings: MurmurHash2 of 64 bits (Appleby), with its seed."""
    data, m, mask = word.encode(), 0xC6A4A7935BD1E995, 0xFFFFFFFFFFFFFFFF
    h = seed ^ (len(data) * m & mask)
    for at in range(0, len(data) // 8 * 8, 8):
        k = int.from_bytes(data[at:at + 8], 'little') * m & mask
        k = (k ^ (k >> 47)) * m & mask
        h = (h ^ k) * m & mask
    rest = data[len(data) // 8 * 8:]
    if rest:
        h = (h ^ int.from_bytes(rest, 'little')) * m & mask
    h = (h ^ (h >> 47)) * m & mask
    return h ^ (h >> 47)


def main():
    vocab = sys.argv[1] + '/vocab/'
    with open(vocab + 'vectors', 'rb') as f:
        vectors = numpy.load(f).astype(numpy.float64)
    with open(vocab + 'key2row', 'rb') as f:
        rows = msgpack.unpackb(f.read(), strict_map_key=False)
    with open(vocab + 'strings.json', encoding='utf-8') as f:
        strings = set(json.load(f))
    words = {}
    for word in sorted(strings):
        if not re.fullmatch(r"[^\W\d_]{2,20}", word) or not (word.islower() or word[1:].islower() and word[0].isupper()):
            continue
        row = rows.get(murmur(word))
        if row is not None:
            words[word] = row
    # The reader takes the small letters' vector where the other form has none.
    for word in [w for w in words if w[0].isupper() and words.get(w.lower()) == words[w]]:
        del words[word]
    used = numpy.zeros(len(vectors))
    for row in words.values():
        used[row] += 1
    kept = vectors[used > 0]
    number = numpy.cumsum(used > 0) - 1
    weight = numpy.sqrt(used[used > 0])[:, None]
    mean = (kept * weight).sum(0) / weight.sum()
    centred = kept - mean
    _, _, axes = numpy.linalg.svd(centred * numpy.sqrt(weight), full_matrices=False)
    short = centred @ axes[:DIMENSIONS].T
    short = numpy.clip(numpy.rint(short / short.std() * 36), -127, 127).astype(numpy.int8)
    table = {}
    for word, row in words.items():
        table.setdefault(fnv(word) >> 32, int(number[row]))
    keys = sorted(table)
    out = sys.stdout.buffer
    out.write(b'newsgraph words 1\n%d\n%d\n%d\n' % (DIMENSIONS, len(short), len(keys)))
    out.write(short.tobytes())
    out.write(numpy.array(keys, dtype='<u4').tobytes())
    out.write(numpy.array([table[k] for k in keys], dtype='<u2').tobytes())
    sys.stderr.write('%d words, %d vectors\n' % (len(keys), len(short)))


if __name__ == '__main__':
    main()
