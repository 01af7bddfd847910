#!/usr/bin/env python3
"""Makes name_lists.tsv: words and names that tell what a name may be, in lower case.

    generate_name_lists.py DATA > name_lists.tsv

DATA holds gazetteers/world-cities.csv.gz (GeoNames, CC BY 4.0) and name-lists/ (surnames by country, CC0; surnames of the US
Census of 1990, public domain; companies of the S&P 500 and of NASDAQ, PDDL 1.0).
"""
import csv, gzip, re, sys

COMPANY_END = re.compile(r"""[,.]?\s+(inc|corp|corporation|company|co|ltd|limited|plc|llc|lp|l\.p|s\.a|n\.v|ag|se|holdings?|group|trust|
    the|\(the\)|class [a-c]|incorporated|international|technologies|bancorp|financial|bancshares)\.?$""", re.X)
SURNAMES = 12000  # of the US, the most common


def rows(path, **options):
    with gzip.open(path, 'rt', encoding='utf-8', newline='') as f:
        yield from csv.reader(f, **options)


def companies(data):
    for row in rows(data + '/name-lists/companies.tsv.gz', delimiter='\t', quoting=csv.QUOTE_NONE):
        if row[0].startswith('#'):
            continue
        name = re.split(r' - | \(|, Inc', row[1])[0].lower().strip()
        while True:
            shorter = COMPANY_END.sub('', name).rstrip(' ,&')
            if shorter == name or not shorter:
                break
            name = shorter
        if len(name) > 2:
            yield name


def surnames(data):
    for number, row in enumerate(r for r in rows(data + '/name-lists/us1990_surnames.tsv.gz', delimiter='\t') if not r[0].startswith('#')):
        if number < SURNAMES:
            yield row[0].lower()
    for row in rows(data + '/name-lists/surnames_by_country.tsv.gz', delimiter='\t'):
        if not row[0].startswith('#'):
            yield row[0].lower()


def cities(data):
    for row in list(rows(data + '/gazetteers/world-cities.csv.gz'))[1:]:
        for name in (row[0], row[2]):
            if name:
                yield name.lower()


def main():
    data = sys.argv[1]
    print('# What a word or name may be, in lower case. Made by generate_name_lists.py.')
    print('# Sources: GeoNames (cities and regions, CC BY 4.0); surnames by country (CC0 1.0) and of the US Census of 1990 (public')
    print('# domain); companies of the S&P 500 and of NASDAQ (PDDL 1.0). Columns: kind, name.')
    for kind, names in (('city', cities(data)), ('company', companies(data)), ('surname', surnames(data))):
        for name in sorted(set(names)):
            if '\t' not in name and len(name.split()) <= 5:
                print(kind + '\t' + name)


if __name__ == '__main__':
    main()
