package io.agentsync.cli.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Writes the script by which bash completes modes, options, their values and ids. */
final class CompletionScript {

  private static final String TEMPLATE =
      """
      # bash completion for sync-diag: modes, options, their values, ids of sync points.
      # Made by: sync-diag __complete --script

      _sync_diag_options() {
        case $1 in
      @OPTIONS@
        esac
      }

      _sync_diag_values() {
        case $1 in
      @VALUES@
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
          [[ -z $mode && " @MODES@ " == *" ${words[i]#--} "* ]] && mode=${words[i]#--}
        done
        case $cur in
          --*=*)
            prev=${cur%%=*}
            cur=${cur#*=}
            [[ -z $mode && " @MODES@ " == *" ${prev#--} "* ]] && mode=${prev#--}
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
          mapfile -t COMPREPLY < <(compgen -W "@MODES@" -- "$cur")
        elif [[ " @WITH_ID@ " == *" $mode "* && ${prev#--} == "$mode" ]]; then
          mapfile -t COMPREPLY < <(
            compgen -W "$("${words[0]}" "${place[@]}" __complete 2>/dev/null)" -- "$cur")
        fi
        # Readline takes what stands before a colon for another word.
        if [[ $cur == *:* && $COMP_WORDBREAKS == *:* ]]; then
          COMPREPLY=("${COMPREPLY[@]#"${cur%"${cur##*:}"}"}")
        fi
      }

      complete -o bashdefault -F _sync_diag sync-diag
      """;

  private final CommandSpec root;

  CompletionScript(CommandSpec root) {
    this.root = root;
  }

  String text() {
    Map<String, CommandSpec> modes = modes();
    List<String> withId =
        modes.values().stream()
            .filter(CompletionScript::isAboutAPoint)
            .map(CommandSpec::name)
            .toList();
    return TEMPLATE
        .replace("@OPTIONS@", options(modes))
        .replace("@VALUES@", values(modes.values()))
        .replace("@MODES@", String.join(" ", modes.keySet()))
        .replace("@WITH_ID@", String.join(" ", withId));
  }

  private Map<String, CommandSpec> modes() {
    Map<String, CommandSpec> modes = new TreeMap<>();
    for (CommandLine mode : root.subcommands().values()) {
      if (!mode.getCommandSpec().usageMessage().hidden()) {
        modes.put(mode.getCommandName(), mode.getCommandSpec());
      }
    }
    return modes;
  }

  private String options(Map<String, CommandSpec> modes) {
    StringBuilder cases = new StringBuilder();
    modes.forEach((name, mode) -> cases.append(choice(name, words(mode))));
    Set<String> words = words(root);
    modes.keySet().forEach(name -> words.add("--" + name));
    return cases.append(choice("*", words)).toString().stripTrailing();
  }

  private String values(Collection<CommandSpec> modes) {
    Map<String, TreeSet<String>> values = new TreeMap<>();
    List<CommandSpec> all = new ArrayList<>(modes);
    all.add(root);
    for (CommandSpec mode : all) {
      for (OptionSpec option : mode.options()) {
        if (option.arity().max() > 0) {
          Iterable<String> candidates =
              option.completionCandidates() == null ? List.of() : option.completionCandidates();
          for (String name : option.names()) {
            candidates.forEach(values.computeIfAbsent(name, key -> new TreeSet<>())::add);
          }
        }
      }
    }
    StringBuilder cases = new StringBuilder();
    values.forEach(
        (name, words) -> cases.append(choice(name, words.isEmpty() ? List.of("?") : words)));
    return cases.toString().stripTrailing();
  }

  private static boolean isAboutAPoint(CommandSpec mode) {
    return mode.positionalParameters().stream()
        .anyMatch(parameter -> parameter.paramLabel().equals("ID"));
  }

  private static Set<String> words(CommandSpec mode) {
    Set<String> words = new TreeSet<>();
    mode.options().stream()
        .filter(option -> !option.hidden())
        .forEach(option -> words.add(option.longestName()));
    return words;
  }

  private static String choice(String pattern, Collection<String> words) {
    return "    %s) echo \"%s\" ;;\n".formatted(pattern, String.join(" ", words));
  }
}
