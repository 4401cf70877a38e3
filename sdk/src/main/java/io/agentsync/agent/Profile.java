package io.agentsync.agent;

import io.agentsync.model.InvalidRequestException;
import io.agentsync.model.Names;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an agent says of itself when it is registered.
 *
 * @param role what it is for; may be empty
 * @param capabilities what it can take part in, sorted; none is blank
 * @param metadata what else there is to say, sorted by key; no key is blank
 */
public record Profile(String role, Set<String> capabilities, Map<String, String> metadata) {

  public Profile {
    capabilities = Names.sorted(capabilities);
    metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
    if (capabilities.stream().anyMatch(String::isBlank)
        || metadata.keySet().stream().anyMatch(String::isBlank)) {
      throw new InvalidRequestException(
          "A capability or a key of the metadata is blank: leave it out, or name it.");
    }
  }
}
