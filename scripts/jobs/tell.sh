#!/bin/sh
# Tell who keeps the guide by an issue: the open one of that title gets the new report, else one is opened.
# Usage: tell.sh TITLE REPORT, with GH_TOKEN set.
set -eu
title=$1 report=$2
number=$(gh issue list --state open --search "in:title \"$title\"" --json number,title \
    --jq "map(select(.title == \"$title\"))[0].number // empty")
if [ -z "$number" ]; then
    gh issue create --title "$title" --body-file "$report"
else
    gh issue edit "$number" --body-file "$report"
    gh issue comment "$number" --body "Looked at again: the report above is the newest."
fi
