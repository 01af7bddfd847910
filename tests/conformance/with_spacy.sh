#!/bin/sh
# Runs a script in the environment that environment.sh made, or skips it (77) where there is none.
#
# usage: with_spacy.sh DIR SCRIPT ARGUMENT...
set -u
directory=${1:?usage: with_spacy.sh DIR SCRIPT ARGUMENT...}
shift
if [ ! -f "$directory/made-from" ]; then
    echo "no reference spaCy in $directory" >&2
    [ -z "${CI:-}" ] || exit 1
    exit 77
fi
# One thread: the tests run side by side. No site-packages of the user's: they are not the reference.
OMP_NUM_THREADS=1 PYTHONNOUSERSITE=1 exec "$directory/python/bin/python" "$@"
