package io.agentsync.zookeeper;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one server said about itself.
 *
 * @param host the server, with its port
 * @param kind what sort of answer that was
 * @param detail its version, or why there is none, in words
 * @param mode {@code leader}, {@code follower}, {@code standalone} and so on, where it serves
 */
record ServerAnswer(String host, Kind kind, String detail, Optional<String> mode) {

  /** What sort of answer a server gave. */
  enum Kind {
    /** It is ZooKeeper, and does its work. */
    SERVES,
    /** It is ZooKeeper, and does not say more. */
    RESERVED,
    /** It is ZooKeeper, and knows of no majority. */
    ALONE,
    /** It is something else. */
    STRANGER,
    /** There was no answer. */
    AWAY
  }

  /** The word that asks a server for its state. */
  static final String QUESTION = "srvr";

  private static final Pattern VERSION =
      Pattern.compile("Zookeeper version: ([0-9][0-9.]*)", Pattern.CASE_INSENSITIVE);
  private static final Pattern MODE = Pattern.compile("(?m)^Mode: (\\S+)");
  private static final Pattern OLD = Pattern.compile("([0-2]|3\\.[0-5])(\\..*)?");

  /** Reads what it answered to {@link #QUESTION}. */
  static ServerAnswer of(String host, String text) {
    Matcher version = VERSION.matcher(text);
    Matcher mode = MODE.matcher(text);
    if (version.find() && mode.find()) {
      return new ServerAnswer(host, Kind.SERVES, version.group(1), Optional.of(mode.group(1)));
    }
    if (text.contains("not in the whitelist")) {
      return new ServerAnswer(host, Kind.RESERVED, "", Optional.empty());
    }
    return text.contains("not currently serving")
        ? new ServerAnswer(host, Kind.ALONE, "", Optional.empty())
        : stranger(host, text.isEmpty() ? "it said nothing" : "it said something else");
  }

  static ServerAnswer stranger(String host, String how) {
    return new ServerAnswer(host, Kind.STRANGER, how, Optional.empty());
  }

  static ServerAnswer away(String host, String why) {
    return new ServerAnswer(host, Kind.AWAY, why, Optional.empty());
  }

  /** Whether it has a version, and that one is too old for what is asked of it. */
  boolean tooOld() {
    return kind == Kind.SERVES && OLD.matcher(detail).matches();
  }

  boolean is(String wanted) {
    return mode.filter(wanted::equals).isPresent();
  }
}
