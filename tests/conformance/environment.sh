#!/bin/sh
# Makes the Python environment that holds the reference spaCy (requirements.txt), or finds that it is made.
#
# usage: environment.sh DIR
#
# Needs Python 3.11 with venv (Debian 12: python3-venv) and a package index that pip can reach. Where one is missing it
# says so and ends with 77, "skipped"; with the variable CI set that is a failure, for there it must not go unnoticed.
set -u
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
directory=${1:?usage: environment.sh DIR}
python_version=3.11

give_up() {
    echo "no reference spaCy: $1" >&2
    [ -z "${CI:-}" ] || exit 1
    exit 77
}

# Several builds share one environment: one makes it, the others wait.
mkdir -p "$directory" || give_up "$directory cannot be made"
exec 9>"$directory/lock"
if command -v flock >/dev/null; then flock 9; fi

wanted="python $python_version $(cksum <"$here/requirements.txt")"
[ "$(cat "$directory/made-from" 2>/dev/null)" != "$wanted" ] || exit 0

# The system's own Python first: others (pyenv, conda) come and go under their environments.
python=
for candidate in /usr/bin/python$python_version /usr/bin/python3 python$python_version python3; do
    version=$("$candidate" -c 'import ensurepip, sys, venv; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) || continue
    if [ "$version" = "$python_version" ]; then
        python=$candidate
        break
    fi
done
[ -n "$python" ] || give_up "no Python $python_version with venv (Debian: apt-get install python3-venv)"

echo "making the reference environment in $directory with $python"
rm -rf "$directory/python" "$directory/made-from"
"$python" -m venv "$directory/python" || give_up "'$python -m venv' failed"
"$directory/python/bin/python" -m pip install --quiet --disable-pip-version-check --no-input \
    -r "$here/requirements.txt" || give_up "pip could not install requirements.txt (is there a network?)"
"$directory/python/bin/python" -c 'import spacy' || give_up "spaCy was installed and cannot be imported"
echo "$wanted" >"$directory/made-from"
