# bash completion for sync-diag: modes, options, their values, ids of sync points.
# Made by: sync-diag __complete --script

_sync_diag_options() {
  case $1 in
    abort) echo "--color --dry-run --help --json --no-input --output --quiet --reason --run --store --verbose --version" ;;
    cleanup) echo "--color --dry-run --help --json --no-input --older-than --output --quiet --run --stale-agents --state --store --verbose --version" ;;
    deregister) echo "--color --help --json --no-input --output --quiet --run --store --verbose --version" ;;
    diagnose) echo "--all --color --help --json --no-input --output --quiet --run --store --verbose --version" ;;
    doctor) echo "--color --help --json --no-input --output --quiet --run --store --strict --verbose --version" ;;
    excuse) echo "--color --dry-run --help --json --no-input --output --quiet --reason --run --store --verbose --version" ;;
    explain) echo "--color --help --json --no-input --output --quiet --run --store --verbose --version" ;;
    extend) echo "--color --dry-run --help --json --no-input --output --quiet --reason --run --store --verbose --version" ;;
    force) echo "--color --dry-run --help --json --no-input --output --quiet --reason --run --store --verbose --version" ;;
    heartbeat) echo "--color --help --json --no-input --output --quiet --run --store --verbose --version" ;;
    list) echo "--agent --color --help --json --limit --no-input --output --quiet --run --sort --state --store --verbose --version" ;;
    monitor) echo "--color --count --help --interval --json --monitor-duration --no-input --output --quiet --run --store --verbose --version" ;;
    register) echo "--capability --color --help --json --meta --no-input --output --quiet --role --run --store --verbose --version" ;;
    registry) echo "--capability --color --help --json --no-input --output --quiet --run --stale-after --status --store --verbose --version" ;;
    stats) echo "--check --color --help --json --no-input --output --quiet --run --store --verbose --version" ;;
    status) echo "--action --color --help --json --no-input --output --quiet --run --store --verbose --version" ;;
    sync) echo "--agent --color --fail-fast --help --json --loss-grace --no-input --output --payload --quiet --quorum --round --run --status --store --timeout --verbose --version --with" ;;
    wait) echo "--color --help --json --no-input --output --quiet --run --store --timeout --verbose --version" ;;
    *) echo "--abort --cleanup --color --deregister --diagnose --doctor --excuse --explain --extend --force --heartbeat --help --json --list --monitor --no-input --output --quiet --register --registry --run --stats --status --store --sync --verbose --version --wait" ;;
  esac
}

_sync_diag_values() {
  case $1 in
    --action) echo "?" ;;
    --agent) echo "?" ;;
    --capability) echo "?" ;;
    --color) echo "always auto never" ;;
    --count) echo "?" ;;
    --interval) echo "?" ;;
    --limit) echo "?" ;;
    --loss-grace) echo "?" ;;
    --meta) echo "?" ;;
    --monitor-duration) echo "?" ;;
    --older-than) echo "?" ;;
    --output) echo "json jsonl plain prometheus table" ;;
    --payload) echo "?" ;;
    --quorum) echo "?" ;;
    --reason) echo "?" ;;
    --role) echo "?" ;;
    --round) echo "?" ;;
    --run) echo "?" ;;
    --sort) echo "age deadline id problems state" ;;
    --stale-after) echo "?" ;;
    --stale-agents) echo "?" ;;
    --state) echo "COMPLETED ERROR READY SYNCING" ;;
    --status) echo "ABSTAIN ACTIVE ERROR FAILED INACTIVE OK SYNCING UNKNOWN" ;;
    --store) echo "?" ;;
    --timeout) echo "?" ;;
    --with) echo "?" ;;
    -o) echo "json jsonl plain prometheus table" ;;
  esac
}

_sync_diag() {
  local line=${COMP_LINE:0:COMP_POINT}
  local words cur prev mode= place=() i
  read -ra words <<<"$line"
  [[ $line == *[[:space:]] ]] && words+=("")
  cur=${words[${#words[@]}-1]}
  prev=
  ((${#words[@]} > 1)) && prev=${words[${#words[@]}-2]}
  for ((i = 1; i < ${#words[@]} - 1; i++)); do
    case ${words[i]} in
      --store | --run) place+=("${words[i]}" "${words[i+1]}") ;;
      --store=* | --run=*) place+=("${words[i]}") ;;
    esac
    [[ -z $mode && " abort cleanup deregister diagnose doctor excuse explain extend force heartbeat list monitor register registry stats status sync wait " == *" ${words[i]#--} "* ]] && mode=${words[i]#--}
  done
  case $cur in
    --*=*)
      prev=${cur%%=*}
      cur=${cur#*=}
      [[ -z $mode && " abort cleanup deregister diagnose doctor excuse explain extend force heartbeat list monitor register registry stats status sync wait " == *" ${prev#--} "* ]] && mode=${prev#--}
      ;;
  esac
  local values
  values=$(_sync_diag_values "$prev")
  if [[ $prev == --store ]]; then
    mapfile -t COMPREPLY < <(compgen -d -- "$cur")
  elif [[ $values == "?" ]]; then
    COMPREPLY=()
  elif [[ -n $values ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$values" -- "$cur")
  elif [[ $cur == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$(_sync_diag_options "$mode")" -- "$cur")
  elif [[ -z $mode ]]; then
    mapfile -t COMPREPLY < <(compgen -W "abort cleanup deregister diagnose doctor excuse explain extend force heartbeat list monitor register registry stats status sync wait" -- "$cur")
  elif [[ " abort diagnose excuse explain extend force sync wait " == *" $mode "* && ${prev#--} == "$mode" ]]; then
    mapfile -t COMPREPLY < <(
      compgen -W "$("${words[0]}" "${place[@]}" __complete 2>/dev/null)" -- "$cur")
  fi
  # Readline takes what stands before a colon for another word.
  if [[ $cur == *:* && $COMP_WORDBREAKS == *:* ]]; then
    COMPREPLY=("${COMPREPLY[@]#"${cur%"${cur##*:}"}"}")
  fi
}

complete -o bashdefault -F _sync_diag sync-diag
