#!/usr/bin/env bash
# What an issue asks for, made in the directory's files: from_issue.sh LABEL EVENT-FILE FOLDER
# Leaves FOLDER/proposal.md, the words for a pull request; or FOLDER/refusal.md, why nothing was changed. No word of the
# issue is ever part of a command: it goes through files only.
set -euo pipefail
label=$1 event=$2 folder=$3
waypost=${WAYPOST:-.venv/bin/waypost}

python3 -c 'import json, sys; print(json.load(open(sys.argv[1], encoding="utf-8"))["issue"].get("body") or "")' \
  "$event" > "$folder/issue.md"
rm -f "$folder/proposal.md" "$folder/refusal.md"

refuse() {
  { echo "Nothing was changed:"; echo; sed 's/^/    /' "$folder/said.txt"; } > "$folder/refusal.md"
  exit 0
}

if [ "$label" = still-true ]; then
  listing=$("$waypost" host listing-of "$folder/issue.md" 2> "$folder/said.txt") || refuse
  "$waypost" verify -- "$listing" > "$folder/said.txt" 2>&1 || refuse
  echo "Somebody made sure that \`$listing\` is still true." > "$folder/proposal.md"
else
  "$waypost" from-form "$folder/issue.md" --out "$folder/proposal.md" > "$folder/said.txt" 2>&1 || refuse
fi
