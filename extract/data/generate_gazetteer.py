#!/usr/bin/env python3
"""Makes gazetteer.tsv: states and the territories of ISO 3166, from packages of the npm registry and countries_by_hand.tsv.

    for package in @rapideditor/country-coder@5.6.1 cldr-localenames-full@48.2.0 i18n-iso-countries@7.14.0 countries-list@3.4.1
    do npm pack $package; done
    for file in *.tgz; do mkdir ${file%-*}; tar xzf $file -C ${file%-*} --strip-components=1; done
    generate_gazetteer.py FOLDER > gazetteer.tsv

FOLDER is the one that holds the unpacked packages: rapideditor-country-coder, cldr-localenames-full, i18n-iso-countries and
countries-list. Wikidata ids and names come from country-coder (ISC), more names from CLDR (Unicode-3.0) and i18n-iso-countries
(MIT), more names and capitals from countries-list (MIT); adjectives, official and former names, seats and corrections from
countries_by_hand.tsv beside this script.
"""
import json, os, re, sys, unicodedata

VERSIONS = {'rapideditor-country-coder': '5.6.1', 'cldr-localenames-full': '48.2.0', 'i18n-iso-countries': '7.14.0',
            'countries-list': '3.4.1'}
HAND = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'countries_by_hand.tsv')
NO_COUNTRY = {'AQ'}  # a continent: places.tsv has it

HEADER = """\
# States, and the territories of ISO 3166: which names are one thing, and which thing. docs/gazetteer.md explains the rows.
# Made by generate_gazetteer.py; change countries_by_hand.tsv and run it again. Sources: country-coder 5.6.1 (ISC), CLDR 48.2.0
# (Unicode-3.0), i18n-iso-countries 7.14.0 (MIT), countries-list 3.4.1 (MIT), and own rows (MIT). Notices are in NOTICE.
# Columns, parted by tabs; the words of one column by "|":
#   id       Wikidata id, or - for a thing without one (its node id is made from its label)
#   type     node type
#   label    preferred name
#   names    other full names: always the same thing
#   short    abbreviations: matched with their capitals only
#   demonyms adjectives that make the thing an actor ("Russian forces")
#   capital  the city that speaks for it ("Moscow demanded") and is a place otherwise; spellings of one city by "="
#   seats    metonyms that always mean it ("Kremlin")
#   source   where the row comes from
#   licence  SPDX expression"""


def packed(folder, package, *path):
    with open(os.path.join(folder, package, 'package.json'), encoding='utf-8') as f:
        version = json.load(f)['version']
    if version != VERSIONS[package]:
        sys.exit('generate_gazetteer.py: %s is version %s, expected %s' % (package, version, VERSIONS[package]))
    with open(os.path.join(folder, package, *path), encoding='utf-8') as f:
        return json.load(f)


def hand_rows():
    with open(HAND, encoding='utf-8') as f:
        for number, line in enumerate(f, 1):
            if line.startswith('#') or not line.strip():
                continue
            cells = line.rstrip('\n').split('\t')
            if len(cells) != 9:
                sys.exit('countries_by_hand.tsv:%d: expected 9 columns' % number)
            yield cells


def plain(name):
    """Without accents."""
    return ''.join(c for c in unicodedata.normalize('NFD', name) if not unicodedata.combining(c))


def spellings(name):
    """The name as newspapers spell it: "St." and "Saint", with and without accents."""
    name = name.replace('\u2019', "'").replace(' & ', ' and ')
    for saint in (['Saint ', 'St. ', 'St '] if re.match(r'(Saint|St\.) ', name) else ['']):
        spelt = saint + re.sub(r'^(Saint|St\.) ', '', name) if saint else name
        yield spelt
        if plain(spelt) != spelt:
            yield plain(spelt)


def usable(name):
    return not re.search(r'[(),]| - ', name) and not name.endswith('Territories of China')


def as_list(value):
    return value if isinstance(value, list) else [value] if value else []


def unique(names, taken):
    result = []
    for name in names:
        if name and name not in taken and name not in result:
            result.append(name)
    return result


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = sys.argv[1]
    features = packed(folder, 'rapideditor-country-coder', 'src', 'data', 'borders.json')['features']
    cldr = packed(folder, 'cldr-localenames-full', 'main', 'en', 'territories.json')
    cldr = cldr['main']['en']['localeDisplayNames']['territories']
    iso = packed(folder, 'i18n-iso-countries', 'langs', 'en.json')['countries']
    listed = packed(folder, 'countries-list', 'countries.min.json')
    by_hand = {row[0]: row for row in hand_rows() if row[0] != '-'}

    rows = []
    for feature in (f['properties'] for f in features):
        code = feature.get('iso1A2')
        if not code or feature.get('isoStatus') == 'excRes' or code in NO_COUNTRY:
            continue
        _, node, label, more, short, demonyms, capital, seats, unwanted = by_hand.pop(code, [code] + [''] * 8)
        unwanted = set(unwanted.split('|'))
        named = [feature['nameEn']] + [a for a in feature.get('aliases', []) if not a.isupper() and '-' not in a[:3]]
        named += [cldr[key] for key in (code, code + '-alt-short', code + '-alt-variant') if key in cldr]
        named += as_list(iso.get(code)) + [listed.get(code, {}).get('name')] + as_list(listed.get(code, {}).get('alias'))
        label = label or feature['nameEn']
        names, abbreviations = [], short.split('|')
        for name in more.split('|') + [label] + [n for n in named if n and usable(n)]:
            for spelt in spellings(name):
                if spelt in unwanted or re.match('[Tt]he ', spelt) and name not in more.split('|'):
                    continue
                (abbreviations if re.fullmatch(r'([A-Z]\.?){2,}', spelt) else names).append(spelt)
        if not capital and not feature.get('country'):
            capital = listed.get(code, {}).get('capital', '')
        cities = [] if capital == '-' else capital.split('|')
        cities = ['='.join(unique([s for c in city.split('=') for s in spellings(c)], unwanted)) for city in cities]
        rows.append([node or feature['wikidata'], 'country', label, '|'.join(unique(names, {label})),
                     '|'.join(unique(abbreviations, set())), '|'.join(unique(demonyms.split('|'), set())),
                     '|'.join(cities), seats, 'country-coder, CLDR, i18n-iso-countries, countries-list, own',
                     'ISC AND Unicode-3.0 AND MIT'])
    if by_hand:
        sys.exit('countries_by_hand.tsv: no country has the code ' + ', '.join(sorted(by_hand)))
    for code, node, label, more, short, demonyms, capital, seats, _ in hand_rows():
        if code == '-':
            rows.append([node, 'country', label, more, short, demonyms, capital, seats, 'own', 'MIT'])

    print(HEADER)
    for row in sorted(rows, key=lambda r: plain(r[2])):
        print('\t'.join(row))


main()
