package io.agentsync.zookeeper;

import io.agentsync.model.InvalidRequestException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which ensemble a store is in, and where.
 *
 * @param hosts the servers, each with its port
 * @param root the path of the store in the ensemble's tree
 * @param sessionTimeout how long a process may be silent before it is dead
 * @param connectTimeout how long a first answer is waited for
 * @param config the file with the client's settings, if the location names one
 */
record Location(
    List<String> hosts,
    String root,
    Duration sessionTimeout,
    Duration connectTimeout,
    Optional<Path> config) {

  static final String SCHEME = "zookeeper";

  private static final String RULE =
      "zookeeper://HOST[:PORT][,HOST[:PORT]…]/NAMESPACE, with ?session-timeout=10s,"
          + " connect-timeout=5s or config=FILE behind it if need be";
  private static final Pattern WHOLE =
      Pattern.compile("zookeeper://([^/?]+)((?:/[^/?]+)+)/?(?:\\?(.*))?", Pattern.DOTALL);
  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::([0-9]{1,5}))?");
  private static final Pattern NAMESPACE = Pattern.compile("(/[A-Za-z0-9_][A-Za-z0-9._-]*)+");
  private static final Pattern TIME = Pattern.compile("([0-9]{1,9})(ms|s|m)");
  private static final String PORT = "2181";

  static Location parse(String text) {
    Matcher whole = WHOLE.matcher(text);
    if (!whole.matches()) {
      throw refused(text, "it names no hosts, or no namespace");
    }
    List<String> hosts =
        Stream.of(whole.group(1).split(",", -1)).map(host -> host(text, host)).toList();
    String root = whole.group(2);
    if (!NAMESPACE.matcher(root).matches() || root.startsWith("/zookeeper")) {
      throw refused(text, "\"%s\" cannot be a namespace".formatted(root.substring(1)));
    }
    Map<String, String> parameters = parameters(text, whole.group(3));
    Location location =
        new Location(
            hosts,
            root,
            time(text, parameters.remove("session-timeout"), Duration.ofSeconds(10)),
            time(text, parameters.remove("connect-timeout"), Duration.ofSeconds(5)),
            Optional.ofNullable(parameters.remove("config")).map(Path::of));
    if (!parameters.isEmpty()) {
      throw refused(text, "\"%s\" is no setting".formatted(parameters.keySet().iterator().next()));
    }
    return location;
  }

  /** All hosts, as the client takes them. */
  String connectString() {
    return String.join(",", hosts);
  }

  /** In words, for reports; without what is only of this process. */
  @Override
  public String toString() {
    return SCHEME + "://" + connectString() + root;
  }

  private static String host(String text, String host) {
    Matcher named = HOST.matcher(host);
    if (!named.matches()) {
      throw refused(text, "\"%s\" is not a host with a port".formatted(host));
    }
    return named.group(2) == null ? host + ":" + PORT : host;
  }

  private static Map<String, String> parameters(String text, @Nullable String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (query == null || query.isEmpty()) {
      return parameters;
    }
    for (String each : query.split("&", -1)) {
      int sign = each.indexOf('=');
      if (sign <= 0 || sign == each.length() - 1) {
        throw refused(text, "\"%s\" sets nothing".formatted(each));
      }
      parameters.put(each.substring(0, sign), each.substring(sign + 1));
    }
    return parameters;
  }

  private static Duration time(String text, @Nullable String value, Duration otherwise) {
    if (value == null) {
      return otherwise;
    }
    Matcher time = TIME.matcher(value);
    if (!time.matches() || Long.parseLong(time.group(1)) == 0) {
      throw refused(text, "\"%s\" is not a time such as 10s or 500ms".formatted(value));
    }
    long count = Long.parseLong(time.group(1));
    return switch (time.group(2)) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      default -> Duration.ofMinutes(count);
    };
  }

  private static InvalidRequestException refused(String text, String why) {
    return new InvalidRequestException(
        "\"%s\" is not the location of a store: %s. Write it as %s.".formatted(text, why, RULE));
  }
}
