package io.agentsync.benchmark.crew;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a measured process is told to do, as one line: a word, and then names with values. */
public record Order(String word, Map<String, String> details) {

  private static final String BLANK = " ";

  /** An order without details. */
  public static Order to(String word) {
    return new Order(word, Map.of());
  }

  /** This order with one more detail; neither may hold blanks. */
  public Order with(String name, Object value) {
    Map<String, String> more = new LinkedHashMap<>(details);
    more.put(name, value.toString());
    return new Order(word, more);
  }

  static Order parse(String line) {
    String[] words = line.strip().split(BLANK, -1);
    Order order = to(words[0]);
    for (int i = 1; i < words.length; i++) {
      String[] detail = words[i].split("=", 2);
      order = order.with(detail[0], detail[1]);
    }
    return order;
  }

  /** The line that says it. */
  public String line() {
    return details.entrySet().stream()
        .map(detail -> BLANK + detail.getKey() + "=" + detail.getValue())
        .collect(Collectors.joining("", word, ""));
  }

  String text(String name) {
    String value = details.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the order " + line() + " does not say " + name);
    }
    return value;
  }

  int number(String name) {
    return Integer.parseInt(text(name));
  }
}
