package io.agentsync.syncpoint.explorer;

import java.util.HashMap;
import java.util.Map;

/** Small numbers for things, the same for equal ones. */
final class Ids {

  private final Map<Object, Integer> ids = new HashMap<>();

  int of(Object thing) {
    Integer known = ids.get(thing);
    if (known == null) {
      known = ids.size() + 1;
      ids.put(thing, known);
    }
    return known;
  }
}
