#!/usr/bin/env bash
# Proposes what from_issue.sh changed as a pull request, or says in the issue why it could not: propose.sh ISSUE PROPOSAL REFUSAL
# Needs gh (GitHub's command) and GH_TOKEN; other hosts have their own (docs/code-hosts.md).
set -euo pipefail
issue=$1 proposal=$2 refusal=$3

case $issue in '' | *[!0-9]*) echo "'$issue' is not the number of an issue." >&2; exit 2 ;; esac
if [ -f "$refusal" ]; then
  gh issue comment "$issue" --body-file "$refusal"
  exit 0
fi
if git diff --quiet; then
  echo "Nothing changed: it stands in the directory already." > "$refusal"
  gh issue comment "$issue" --body-file "$refusal"
  exit 0
fi
printf '\nCloses #%s\n' "$issue" >> "$proposal"
branch="issue-$issue"
git checkout --quiet -B "$branch"
git -c user.name="Waypost" -c user.email="waypost@users.noreply.github.com" commit --quiet --all \
  --message "Change a listing, as asked in #$issue"
gh auth setup-git
git push --quiet --force origin "$branch"
title="Change a listing, as asked in #$issue"
gh pr create --head "$branch" --title "$title" --body-file "$proposal" || gh pr edit "$branch" --body-file "$proposal"
