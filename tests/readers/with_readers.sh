#!/bin/sh
# Runs a script with Python readers of graph files at hand; makes their environment (requirements.txt) if it is not there.
#
# usage: with_readers.sh DIR SCRIPT ARGUMENT...
#
# Ends with 77, "skipped", where there is no Python with venv or no package index; with the variable CI set that is a
# failure, for there it must not go unnoticed.
set -u
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
directory=${1:?usage: with_readers.sh DIR SCRIPT ARGUMENT...}
shift

give_up() {
    echo "no readers: $1" >&2
    [ -z "${CI:-}" ] || exit 1
    exit 77
}

# Several builds share one environment: one makes it, the others wait.
mkdir -p "$directory" || give_up "$directory cannot be made"
exec 9>"$directory/lock"
if command -v flock >/dev/null; then flock 9; fi

# The system's own Python first: others (pyenv, conda) come and go under their environments.
python=
for candidate in /usr/bin/python3 python3; do
    if "$candidate" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        python=$candidate
        break
    fi
done
[ -n "$python" ] || give_up "no Python 3.11 with venv (Debian: apt-get install python3-venv)"

wanted="$("$python" --version) $(cksum <"$here/requirements.txt")"
if [ "$(cat "$directory/made-from" 2>/dev/null)" != "$wanted" ]; then
    echo "making the readers' environment in $directory with $python"
    rm -rf "$directory/python" "$directory/made-from"
    "$python" -m venv "$directory/python" || give_up "'$python -m venv' failed"
    "$directory/python/bin/python" -m pip install --quiet --disable-pip-version-check --no-input \
        -r "$here/requirements.txt" || give_up "pip could not install requirements.txt (is there a network?)"
    echo "$wanted" >"$directory/made-from"
fi
exec 9>&-

PYTHONNOUSERSITE=1 exec "$directory/python/bin/python" "$@"
