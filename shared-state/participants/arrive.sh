#!/usr/bin/env bash
#
# Takes part in a sync point with nothing but a shell: appends an arrival to the journal, and waits
# for the record that says how it ended.
#
#   arrive.sh STORE POINT AGENT AGENT,AGENT,… [SECONDS]
#
# Exits with 0 if the meeting succeeded, 1 if it failed or did not end in time (then the arrival is
# taken back), 2 if it was called wrongly. Prints the ended record.
#
# Of the agents that meet, one at least has to be of agent-sync proper (the library, or sync-diag
# sync or wait): it judges deadlines and writes down the end. Names are lower case, without / and :.

set -euo pipefail

if (($# < 4)); then
  sed -n '3,13s/^# \{0,1\}//p' "$0" >&2
  exit 2
fi
store=$1 point=$2 agent=$3 agents=$4 seconds=${5:-30}
for name in "$point" "$agent" ${agents//,/ }; do
  [[ $name =~ ^[a-z0-9_][a-z0-9._@+-]{0,127}$ ]] || { echo "arrive.sh: not a name: $name" >&2; exit 2; }
done
journal=$store/syncpoints/$point.jsonl
deadline=$((SECONDS + seconds))
op=

append() { printf '\n%s\n' "$1" >>"$journal"; }

now() { date -u +%Y-%m-%dT%H:%M:%S.000Z; }

new_op() { od -An -N16 -tx1 /dev/urandom | tr -d ' \n'; }

# Gives the number in field $1 of the lines on stdin.
number() { sed -nE "s/.*\"$1\" *: *([0-9]+).*/\1/p"; }

# The records of kind $1, of generation $2 or of any.
of_kind() {
  grep -E "\"kind\" *: *\"($1)\"" "$journal" | grep -E "${2:+\"generation\" *: *$2[,\} ]}" || true
}

withdraw() {
  if [[ -n $op ]]; then
    append "{\"kind\":\"withdraw\",\"op\":\"$(new_op)\",\"generation\":$generation,\"nonce\":\"$nonce\",\"claim\":\"$op\",\"agent\":\"$agent\",\"at\":\"$(now)\"}"
  fi
}

begin_journal() {
  mkdir -p "$store/syncpoints"
  local tombstone=$store/tombstones/syncpoints/$point.json
  if [[ -f $tombstone ]]; then
    append "$(<"$tombstone")"
  else
    append '{"kind":"journal","version":1,"epoch":1,"after":0}'
  fi
}

# Arrives in the generation that is open, or opens the next one.
arrive() {
  [[ -s $journal ]] || begin_journal
  op=$(new_op)
  generation=$(of_kind 'arrive|declare' | number generation | sort -n | tail -1)
  nonce=
  if [[ -n $generation && -z $(of_kind ended "$generation") ]]; then
    nonce=$(of_kind 'arrive|declare' "$generation" | head -1 | sed -nE 's/.*"op" *: *"([^"]*)".*/\1/p')
    view="\"like\":\"$nonce\""
  else
    [[ -n $generation ]] || generation=$(of_kind journal | head -1 | number after)
    generation=$((generation + 1))
    nonce=$op
    view="\"view\":{\"required\":[\"${agents//,/\",\"}\"],\"rule\":\"all\",\"timeoutMillis\":${seconds}000}"
  fi
  append "{\"kind\":\"arrive\",\"op\":\"$op\",\"generation\":$generation,\"agent\":\"$agent\",$view,\"blocking\":true,\"at\":\"$(now)\"}"
}

trap 'withdraw; exit 130' INT TERM
arrive
while ((SECONDS <= deadline + 2)); do
  ended=$(of_kind ended "$generation" | tail -1)
  if [[ -n $ended ]]; then
    if [[ $ended =~ \"arrived\"\ *:\ *\[[^]]*\"$agent\" ]]; then
      printf '%s\n' "$ended"
      [[ $ended =~ \"outcome\"\ *:\ *\"(COMPLETED|FORCED)\" ]]
      exit
    fi
    arrive # It ended before the arrival stood: the next one, then.
  fi
  sleep 0.2
done
withdraw
echo "arrive.sh: $point did not end within $seconds s" >&2
exit 1
