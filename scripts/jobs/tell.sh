#!/bin/sh
# Tell who keeps the guide by an issue: the open one of that title gets the new report, else one is opened.
# Usage: tell.sh TITLE REPORT, with GH_TOKEN set.
set -eu
title=$1 report=$2
# GitHub takes an issue of up to 65,536 characters.
body=$(mktemp)
trap 'rm -f "$body"' EXIT
LC_ALL=C awk -v limit=60000 '{ size += length($0) + 1; if (size > limit) left++; else print }
    END { if (left) printf "\n%d more lines are in the artifact `report` of the run that told this.\n", left }' \
    "$report" > "$body"
number=$(gh issue list --state open --search "in:title \"$title\"" --json number,title \
    --jq "map(select(.title == \"$title\"))[0].number // empty")
if [ -z "$number" ]; then
    gh issue create --title "$title" --body-file "$body"
else
    gh issue edit "$number" --body-file "$body"
    gh issue comment "$number" --body "Looked at again: the report above is the newest."
fi
