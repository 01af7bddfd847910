#!/usr/bin/env python3
"""Writes texts that are hard on a tokenizer and on whatever comes after it, as JSON lines of {"id", "text"}.

usage: nasty_texts.py --model DIR

Always the same texts: no clock, a fixed seed. DIR is the pipeline's directory, of whose tokenizer exceptions each occurs.
Sources stay ASCII: other characters are escapes.
"""
import argparse, json, os, random, sys, unicodedata

SENTENCE = 'President Emmanuel Macron met Mr. Smith of Apple Inc. in New York on Jan. 5, 2024, and paid $1.5 million.'

# One of everything that str.isspace() takes for white space.
SPACES = [' ', '\t', '\n', '\x0b', '\x0c', '\r', '\x1c', '\x1d', '\x1e', '\x1f', '\x85', '\xa0', '\u1680', '\u2000', '\u2003',
          '\u2009', '\u200a', '\u2028', '\u2029', '\u202f', '\u205f', '\u3000']
# Looks like white space, and is none.
INVISIBLE = ['\u180e', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u2060', '\ufeff', '\xad', '\u034f']
QUOTES = ['"', "'", '`', '\xb4', '\u2018', '\u2019', '\u201a', '\u201b', '\u201c', '\u201d', '\u201e', '\u201f', '\u2039',
          '\u203a', '\xab', '\xbb', '``', "''", '\xb4\xb4', '\u2018\u2018', '\u2019\u2019', '\u275d', '\u275e', '\u276e', '\u276f',
          '\u300c', '\u300d', '\u300e', '\u300f', '\uff02', '\uff07', '\u2032', '\u2033']
EMOJI = ['\U0001f600', '\U0001f469\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466', '\U0001f468\U0001f3fd\u200d\U0001f4bb',
         '\U0001f1eb\U0001f1f7', '\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f', '\u2764\ufe0f',
         '1\ufe0f\u20e3', '\U0001f3f3\ufe0f\u200d\U0001f308', '\u263a', '\U0001faf6', '\u2b50\ufe0e', '\U0001f9d1\U0001f3ff']
SMILEYS = [':)', ':-)', ';)', ':(', ':-(', ':D', 'xD', ':P', ':-P', ':/', ':-/', '<3', '</3', ':3', ':\'(', '>:(', ':|', ':-|', 'o.O',
           'O_o', '^_^', '-_-', '\xaf\\(\u30c4)/\xaf', '(\u256f\xb0\u25a1\xb0\uff09\u256f\ufe35\u253b\u2501\u253b', '=)', ':*', '8)',
           '(:', '):', ':x', ':0', 'XD', '\\o/', '\\m/', '@_@', '>.<', '(-_-)', '[:', ']=', '0_0', 'v_v', 'V_V', '._.', '\u0ca0_\u0ca0']
URLS = ['http://example.com', 'https://www.example.com/a.b?c=d&e=f#g.', 'www.bbc.co.uk', 'ftp://ftp.example.org/x_(y)',
        'http://user:pass@example.com:8080/~a/?q=%20', 'http://[::1]:80/', '127.0.0.1:80', 'example.com', 'example.com/path,',
        'http://m\xfcnchen.de/stra\xdfe', 'http://\u4f8b\u5b50.\u4e2d\u56fd', 'HTTP://EXAMPLE.COM', 'http://', '//example.com',
        'mailto:a@b.co', 'a.b.c.d.e.f.com', 'https://example.com...', '(http://example.com)', '<http://example.com>', 'x://y',
        'http://example.com/' + 'a' * 300, 'news.ycombinator.com', 'foo.museum', 'foo.notatld', 'http://a\u180eb.com', 's3://b/k.gz']
MAILS = ['john.smith@example.com', 'a+b@x-y.co.uk', 'J_S@EXAMPLE.ORG,', '<mail@example.com>', 'bad@', '@handle', 'a@b', 'a@b.c',
         'john@example.com/jane@example.org', '\xfcmlaut@example.com', 'x@' + 'y' * 80 + '.com']
NUMBERS = ['1,000,000', '1.000.000,50', '$5', 'US$5.2bn', '\u20ac10', '10\u20ac', '50%', '5\xb0C', '25\xb0c.', '-3', '+3', '\xb13', '~3',
           '1/2', '\xbd', 'x\xb2', '10km', '10 km/h', '12pm', '12PM', '3rd', '1st', '21ST', '1980s', "'90s", '\u201990s', '4x4', '1e-5',
           '\u0661\u0662\u0663', '\u0967\u0968\u0969', '\uff11\uff12\uff13', '\u4e09\u5341', '\u2162', '\u2460', '\U0001d7d8', '\u09f4',
           '9/11', '2024-01-05', '05.01.2024', '12:30', '12:30pm', '1,2,3', '1-2', '1\u20132', '555-1234', '(0)20', '#1', 'No.1', '1a2b']
WORDS = ['X', 'ORG', '_', '__', 'number', 'det', 'NOUN', 'ROOT', 'nsubj', '\u0130stanbul', 'I\u0307', '\u03a3\u0391\u03a3', '\u039f\u0394\u039f\u03a3\u2019',
         'A\u03a3', '\u03a3', 'a\u03a3b', 'STRASSE', 'Stra\xdfe', '\u1e9e', '\u01c5', 'caf\xe9', 'cafe\u0301', 'Z\u0351\u036b\u0343', '\ufb01sh', 'colour', 'Colour',
         'e.g.,i.e.;', 'abc.Def', 'Abc.def', 'U.S.', 'U.S.A.', 'Ph.D.', 'ph.D.', 'p.m.', 'Mr.X', "O'Brien", 'rock-n-roll', 'co-op\u2014yes', 'yes--no',
         'and/or', 'AT&T', 'R&D', 'C++', 'C#', '.NET', '..', '...', '\u2026', '!!!', '?!', '---', '***', '||', '|', 'a||b', 'nsubj||dobj', '\\', 'C:\\x\\y',
         '(a)(b)', '1,a', 'a,b', '[x]', '{x}', '<x>', '</x>', '&amp;', '#tag', '=', '==', '->', '\u2192', '\xa7', '\xa9', '\u2122', '\u20bf', '\u2212', '\xd7']
SCRIPTS = ['\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd.', '\u0645\u0631\u062d\u0628\u0627 \u0628\u0627\u0644\u0639\u0627\u0644\u0645\u060c \u0643\u064a\u0641\u061f', '\u202eabc\u202c', '\u4e2d\u6587\u3002ok\uff0c\u597d\uff01',
           '\u65e5\u672c\u8a9e\u306e\u30c6\u30ad\u30b9\u30c8\u3067\u3059\u3002', '\ud55c\uad6d\uc5b4 \ubb38\uc7a5.', '\u0e20\u0e32\u0e29\u0e32\u0e44\u0e17\u0e22', '\u0939\u093f\u0928\u094d\u0926\u0940 \u092e\u0947\u0902\u0964', '\u041f\u0440\u0438\u0432\u0435\u0442, \u043c\u0438\u0440!',
           '\u0393\u03b5\u03b9\u03ac \u03c3\u03bf\u03c5, \u039a\u03cc\u03c3\u03bc\u03b5\u03a3.', '\u10d2\u10d0\u10db\u10d0\u10e0\u10ef\u10dd\u10d1\u10d0', '\u1230\u120b\u121d\u1362', '\U00010400\U00010428', '\U0001d400\U0001d41b', '\U00020000\U0002a6df']
CONTRACTED = ['don{}t', 'can{}t', 'won{}t', 'isn{}t', 'shan{}t', 'mustn{}t{}ve', 'i{}m', 'i{}ll', 'i{}d{}ve', 'he{}s', 'it{}s', 'let{}s', 'y{}all', 'o{}clock',
              'ma{}am', 'who{}d', 'that{}ll', 'there{}re', 'should{}ve', 'needn{}t', 'how{}d{}y', 'ain{}t', 'cannot', 'gonna', 'wanna', 'gimme', 'c{}mon', '{}em',
              '{}cause', '{}Cause', 'doin{}', 'ol{}', 'dogs{}', 'the boss{}s', '{}tis', 'whatcha{}']


def contractions():
    for apostrophe in ("'", '\u2019', ''):
        words = [w.replace('{}', apostrophe) for w in CONTRACTED]
        for change in (str.lower, str.title, str.upper, str.capitalize):
            yield ' '.join(change(w) for w in words)
        yield ', '.join('(%s)/"%s!"' % (w, w.upper()) for w in words)


def long_texts():
    yield 'a' * 10000
    yield 'Ab1' * 3334 + ' said so.'
    yield 'x' * 99 + ' ' + 'x' * 100 + ' ' + 'X' * 101 + ' ' + '\u4e2d' * 10000
    yield '.' * 1000 + ' ' + '(' * 300 + ' ' + '-' * 1000 + ' ' + "'" * 300 + '|' * 300
    yield 'a-b' * 1500 + ' ' + 'a.B' * 500 + ' ' + 'e\u0301' * 2000
    yield ' ' * 1000 + 'x' + '\n' * 1000 + 'y' + '\t ' * 500
    # Longer than the networks' window, in one sentence.
    yield ', '.join('the %s who %s the old house' % (noun, verb)
                    for noun in ('man', 'woman', 'president', 'dog', 'bank', 'French minister', 'company', 'U.S. senator')
                    for verb in ('saw', 'bought', 'sold', 'lost', 'found', 'painted', 'burned', 'left', 'built', 'liked', 'owned')) + ' and left'
    yield ' '.join('word%d' % i for i in range(12000))  # more different words than caches hold


def spaced_texts():
    for space in SPACES + INVISIBLE:
        yield space
        yield space * 3
        yield SENTENCE.replace(' ', space)
        yield space + SENTENCE[:40] + space + ' ' + SENTENCE[40:] + ' ' + space
        yield 'Paris%s%sLondon %s Rome.%s' % (space, space, space, space)
    yield 'One line.\r\nAnother.\rA third.\n\rA fourth.\n\n\r\n\r\nLast  line. \n'
    yield ''.join(SPACES)
    yield 'On Jan. \n 5, John \t Smith \xa0 visited New\u2028York City .'
    for code in list(range(0x20)) + list(range(0x7f, 0xa0)):
        yield 'John%cSmith left %c Paris%c.' % (code, code, code)


def token_texts():
    for listed in (QUOTES, EMOJI, SMILEYS, URLS, MAILS, NUMBERS, WORDS, SCRIPTS):
        yield ' '.join(listed)
        yield ''.join(listed)
        yield ', '.join('(%s)' % w for w in listed)
        for w in listed:
            yield 'He said: %s and left%s.' % (w, w)
    for quote in QUOTES:
        yield '%sWe don%st know,%s she said. %s%sYes%s%s' % ((quote,) * 7)


def every_character():
    """All assigned characters of the first two planes, some to a text, between letters and on their own."""
    known = [c for c in map(chr, range(0x20000)) if unicodedata.category(c) not in ('Cn', 'Cs', 'Co')]
    regular = [c for c in known if not ('\u4e00' <= c <= '\u9fff' or '\uac00' <= c <= '\ud7a3' or '\U00012000' <= c <= '\U0001bfff')]
    for start in range(0, len(regular), 600):
        part = regular[start:start + 600]
        yield ' '.join(''.join(part[i:i + 3]) + 'a' for i in range(0, len(part), 3))
        yield ''.join(part)


def mixtures(count):
    rng = random.Random(20240105)
    pool = SPACES + INVISIBLE + QUOTES + EMOJI + SMILEYS + URLS[:12] + MAILS + NUMBERS + WORDS + SCRIPTS + SENTENCE.split() + list('.,;:!?()[]-/') * 3
    for _ in range(count):
        parts = [rng.choice(pool) + rng.choice(('', '', ' ', ' ', ' ', '\n')) for _ in range(rng.randrange(1, 60))]
        yield ''.join(parts)


def exceptions(model):
    import srsly
    with open(os.path.join(model, 'tokenizer'), 'rb') as f:
        keys = sorted(srsly.msgpack_loads(f.read())['exceptions'])
    for start in range(0, len(keys), 40):
        yield ' '.join('%s (%s) %s, x%s' % (k, k, k, k) for k in keys[start:start + 40])


def texts(model):
    yield 'empty', ['']
    yield 'tiny', [SENTENCE[:n] for n in range(1, 40)]
    yield 'case', [SENTENCE, SENTENCE.lower(), SENTENCE.upper(), SENTENCE.title(), SENTENCE.swapcase(), SENTENCE[::-1]]
    yield 'space', spaced_texts()
    yield 'token', token_texts()
    yield 'contraction', contractions()
    yield 'exception', exceptions(model)
    yield 'long', long_texts()
    yield 'character', every_character()
    yield 'mixture', mixtures(300)


def documents(model):
    """(id, text) of each."""
    for kind, members in texts(model):
        for k, text in enumerate(members, 1):
            yield '%s-%d' % (kind, k), text


def main():
    ap = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    ap.add_argument('--model', required=True)
    sys.stdout.reconfigure(encoding='utf-8', newline='\n')
    for ident, text in documents(ap.parse_args().model):
        print(json.dumps({'id': ident, 'text': text}))


if __name__ == '__main__':
    main()
