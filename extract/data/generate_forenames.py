#!/usr/bin/env python3
"""Makes forenames.tsv: forenames that are given to one sex nearly always.

    generate_forenames.py FORENAMES_BY_COUNTRY.tsv.gz US1990_FEMALE.tsv.gz US1990_MALE.tsv.gz > forenames.tsv

Sources: most common forenames by country (github.com/sigpwned/popular-names-by-country-dataset, CC0 1.0) and the name files of the
US Census of 1990 (public domain). A name that both lists of the census have counts for the sex that bears it ten times as
often; one that the sources disagree on is left out.
"""
import collections, gzip, sys

RATIO = 10       # how much more often the one sex must bear it
RAREST = 0.002   # per cent of people; rarer names of the census are often slips


def rows(path):
    with gzip.open(path, 'rt', encoding='utf-8') as f:
        for line in f:
            if not line.startswith('#'):
                yield line.rstrip('\n').split('\t')


def main():
    by_country, female, male = sys.argv[1:4]
    genders = collections.defaultdict(set)
    for name, gender, *_ in rows(by_country):
        genders[name].add(gender)
    shares = {'f': {n: float(s) for n, s, *_ in rows(female)}, 'm': {n: float(s) for n, s, *_ in rows(male)}}
    for name in set(shares['f']) | set(shares['m']):
        f, m = shares['f'].get(name, 0.0), shares['m'].get(name, 0.0)
        if max(f, m) < RAREST:
            continue
        genders[name].add('f' if f >= RATIO * m else 'm' if m >= RATIO * f else 'fm')
    print('# Forenames that are given to one sex nearly always: name, m or f.')
    print('# Made by generate_forenames.py from the most common forenames by country (CC0 1.0) and the name files of the US Census of')
    print('# 1990 (public domain).')
    for name in sorted(genders):
        if len(genders[name]) == 1 and genders[name] <= {'f', 'm'}:
            print(name + '\t' + next(iter(genders[name])))


main()
