package io.agentsync.zookeeper;

import io.agentsync.model.Check;
import io.agentsync.zookeeper.ServerAnswer.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Judges what the servers say about themselves: each, and all together. */
record ServersCheck(List<ServerAnswer> answers) {

  private static final String ONE = "server";
  private static final String ALL = "ensemble";

  List<Check> judge() {
    List<Check> found = new ArrayList<>();
    answers.forEach(answer -> found.add(server(answer)));
    if (answers.stream().anyMatch(answer -> answer.kind() == Kind.SERVES)) {
      found.add(together());
    }
    return found;
  }

  private Check server(ServerAnswer answer) {
    String host = answer.host();
    return switch (answer.kind()) {
      case SERVES -> serving(answer);
      case RESERVED ->
          Check.ok(
              ONE,
              host
                  + " is ZooKeeper; which version and mode it may not say, as \"%s\" is not in its 4lw.commands.whitelist"
                      .formatted(ServerAnswer.QUESTION));
      case ALONE ->
          missing(
              host + " is ZooKeeper, but serves nobody: it has no contact to a majority",
              "start the other servers of %s, and see that they reach each other".formatted(host));
      case STRANGER ->
          missing(
              "%s is reached, but does not answer as ZooKeeper does: %s"
                  .formatted(host, answer.detail()),
              "see that %s is the port for clients, and that both sides use TLS, or none"
                  .formatted(host));
      case AWAY ->
          missing(
              "%s is not reached: %s".formatted(host, answer.detail()),
              "see that the server at %s runs, and that no firewall is in between".formatted(host));
    };
  }

  private static Check serving(ServerAnswer answer) {
    String found =
        "%s is ZooKeeper %s, %s"
            .formatted(answer.host(), answer.detail(), answer.mode().orElseThrow());
    if (answer.tooOld()) {
      return Check.problem(ONE, found, "it has to be ZooKeeper 3.6 or later");
    }
    return answer.is("read-only")
        ? Check.problem(
            ONE,
            found,
            "start the other servers: it has no contact to a majority, and cannot write")
        : Check.ok(ONE, found);
  }

  /** One server less is no disaster while others serve. */
  private Check missing(String found, String remedy) {
    boolean others =
        answers.stream()
            .anyMatch(each -> each.kind() == Kind.SERVES || each.kind() == Kind.RESERVED);
    return others ? Check.warning(ONE, found, remedy) : Check.problem(ONE, found, remedy);
  }

  private Check together() {
    List<ServerAnswer> heads =
        answers.stream().filter(answer -> answer.is("standalone") || answer.is("leader")).toList();
    if (heads.size() > 1) {
      return Check.warning(
          ALL,
          "%s each lead: if they are not names of one server, what is in one is not in the other"
              .formatted(heads.stream().map(ServerAnswer::host).collect(Collectors.joining(", "))),
          "name servers of one ensemble only, each once");
    }
    if (answers.stream().anyMatch(answer -> answer.is("standalone"))) {
      return Check.warning(
          ALL,
          "a single server: while it is down nobody meets, and what it holds is on one disk",
          "three servers, for what others rely on");
    }
    long serving = answers.stream().filter(answer -> answer.kind() == Kind.SERVES).count();
    return Check.ok(ALL, "%d of %d named servers serve".formatted(serving, answers.size()));
  }
}
