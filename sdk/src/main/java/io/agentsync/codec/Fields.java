package io.agentsync.codec;

import io.agentsync.model.Domain;
import io.agentsync.model.InvalidRequestException;
import io.agentsync.model.Moment;
import io.agentsync.model.Names;
import io.agentsync.model.Timeouts;
import io.agentsync.syncpoint.CompletionRule;
import io.agentsync.syncpoint.Spec;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The fields of one JSON object, each asked for by name and type; what is not asked for is ignored.
 */
final class Fields {

  private static final int LONGEST_ID = 128;

  private final Map<?, ?> fields;

  Fields(Map<?, ?> fields) {
    this.fields = fields;
  }

  String text(String name) throws DamagedRecordException {
    return optionalText(name).orElseThrow(() -> missing(name));
  }

  Optional<String> optionalText(String name) throws DamagedRecordException {
    return optional(name, String.class, "text");
  }

  long number(String name) throws DamagedRecordException {
    return optionalNumber(name).orElseThrow(() -> missing(name));
  }

  Optional<Long> optionalNumber(String name) throws DamagedRecordException {
    return optional(name, Long.class, "an integer");
  }

  long positive(String name) throws DamagedRecordException {
    long value = number(name);
    if (value < 1) {
      throw new DamagedRecordException("has %s %d, which is below 1".formatted(name, value));
    }
    return value;
  }

  /** A number that is not negative. */
  Optional<Long> count(String name) throws DamagedRecordException {
    Optional<Long> value = optionalNumber(name);
    if (value.isPresent() && value.get() < 0) {
      throw new DamagedRecordException("has %s %d, which is below 0".formatted(name, value.get()));
    }
    return value;
  }

  boolean flag(String name) throws DamagedRecordException {
    return optional(name, Boolean.class, "true or false").orElse(false);
  }

  /** An operation id, a nonce or a session: not empty, and not longer than 128 characters. */
  String id(String name) throws DamagedRecordException {
    return optionalId(name).orElseThrow(() -> missing(name));
  }

  Optional<String> optionalId(String name) throws DamagedRecordException {
    Optional<String> id = optionalText(name);
    if (id.isPresent()) {
      requireId(name, id.get());
    }
    return id;
  }

  /** Any number of ids; none given is none. */
  Set<String> ids(String name) throws DamagedRecordException {
    Set<String> ids = texts(name);
    for (String id : ids) {
      requireId(name, id);
    }
    return ids;
  }

  private static void requireId(String name, String id) throws DamagedRecordException {
    if (id.isBlank() || id.length() > LONGEST_ID) {
      throw new DamagedRecordException(
          "has a %s that is empty or longer than %d characters".formatted(name, LONGEST_ID));
    }
  }

  String agent(String name) throws DamagedRecordException {
    return allowed(name, text(name));
  }

  Set<String> agents(String name) throws DamagedRecordException {
    if (!fields.containsKey(name)) {
      throw missing(name);
    }
    return optionalAgents(name);
  }

  /** None if they are not there. */
  Set<String> optionalAgents(String name) throws DamagedRecordException {
    List<?> values = optional(name, List.class, "an array of agents").orElse(List.of());
    Set<String> agents = new TreeSet<>();
    for (Object value : values) {
      agents.add(allowed(name, text(name, value)));
    }
    return agents;
  }

  /** Any texts; none given is none. */
  Set<String> texts(String name) throws DamagedRecordException {
    Set<String> texts = new TreeSet<>();
    for (Object value : optional(name, List.class, "an array of texts").orElse(List.of())) {
      texts.add(text(name, value));
    }
    return texts;
  }

  /** Any texts by name; none given is none. */
  Map<String, String> textsByName(String name) throws DamagedRecordException {
    Map<String, String> texts = new TreeMap<>();
    Map<?, ?> values = optional(name, Map.class, "an object").orElse(Map.of());
    for (Map.Entry<?, ?> entry : values.entrySet()) {
      texts.put(text(name, entry.getKey()), text(name, entry.getValue()));
    }
    return texts;
  }

  /** One of the constants of an enum, by its name. */
  <E extends Enum<E>> E constant(String name, Class<E> type) throws DamagedRecordException {
    String said = text(name);
    return Arrays.stream(type.getEnumConstants())
        .filter(known -> known.name().equals(said))
        .findFirst()
        .orElseThrow(() -> new DamagedRecordException("has an unknown " + name));
  }

  Optional<Fields> object(String name) throws DamagedRecordException {
    return optional(name, Map.class, "an object").map(Fields::new);
  }

  Spec spec() throws DamagedRecordException {
    Set<String> required = agents("required");
    CompletionRule rule = rule();
    Duration timeout = timeout(number("timeoutMillis"));
    try {
      return new Spec(required, rule, timeout);
    } catch (InvalidRequestException e) {
      throw new DamagedRecordException("has a spec that cannot be: " + e.getMessage());
    }
  }

  private CompletionRule rule() throws DamagedRecordException {
    return switch (text("rule")) {
      case "all" -> CompletionRule.ALL;
      case "quorum" -> CompletionRule.quorum((int) Math.min(number("quorum"), Integer.MAX_VALUE));
      default -> throw new DamagedRecordException("has an unknown rule");
    };
  }

  /** One of the constants of an enum, by its name; {@code absent} if it is not there. */
  <E extends Enum<E>> E constant(String name, Class<E> type, E absent)
      throws DamagedRecordException {
    return fields.containsKey(name) ? constant(name, type) : absent;
  }

  /** Any JSON value; empty if it is not there, or null. */
  Optional<Object> value(String name) {
    return Optional.ofNullable(Payloads.toJdk(fields.get(name)));
  }

  Duration duration(String name) throws DamagedRecordException {
    return timeout(number(name));
  }

  Optional<Duration> optionalTimeout(String name) throws DamagedRecordException {
    Optional<Long> millis = optionalNumber(name);
    return millis.isPresent() ? Optional.of(timeout(millis.get())) : Optional.empty();
  }

  Moment moment() throws DamagedRecordException {
    Optional<String> boot = optionalId("boot");
    Optional<String> namespace = optionalId("timens");
    Optional<Long> nanos = optionalNumber("mono");
    Optional<Domain> domain =
        boot.isPresent() && nanos.isPresent()
            ? Optional.of(new Domain(boot.get(), namespace))
            : Optional.empty();
    return new Moment(Timestamps.parse(text("at")), domain, nanos.orElse(0L));
  }

  private static Duration timeout(long millis) throws DamagedRecordException {
    try {
      return Timeouts.require(Duration.ofMillis(millis));
    } catch (InvalidRequestException e) {
      throw new DamagedRecordException("has a timeout of %d ms".formatted(millis));
    }
  }

  private static String text(String name, Object value) throws DamagedRecordException {
    if (value instanceof String text) {
      return text;
    }
    throw new DamagedRecordException("has something in %s that is not text".formatted(name));
  }

  private static String allowed(String name, String agent) throws DamagedRecordException {
    if (!Names.allowed(agent)) {
      throw new DamagedRecordException("has something in %s that is not an id".formatted(name));
    }
    return agent;
  }

  private <T> Optional<T> optional(String name, Class<T> type, String words)
      throws DamagedRecordException {
    Object value = fields.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (!type.isInstance(value)) {
      throw new DamagedRecordException("has a %s that is not %s".formatted(name, words));
    }
    return Optional.of(type.cast(value));
  }

  static DamagedRecordException missing(String name) {
    return new DamagedRecordException("has no " + name);
  }
}
