package io.agentsync.journal;

import io.agentsync.model.Durability;
import io.agentsync.model.InvalidRequestException;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the engine for a location: by its scheme, or the embedded one for a plain path. */
public final class Engines {

  private static final Pattern URI = Pattern.compile("([a-z][a-z0-9+.-]+)://(.*)", Pattern.DOTALL);
  private static final String EMBEDDED = "file";

  private Engines() {}

  /**
   * Opens the store at a location.
   *
   * @param location a path, or a URI whose scheme names an engine
   * @param durability what the store shall promise if it has yet to be created
   * @throws InvalidRequestException if no engine has that scheme
   */
  public static JournalStore open(String location, Durability durability) {
    if (location.isBlank()) {
      throw new InvalidRequestException("The location of the store is empty: name a directory.");
    }
    Matcher uri = URI.matcher(location);
    String scheme = uri.matches() ? uri.group(1) : EMBEDDED;
    String rest = uri.matches() && scheme.equals(EMBEDDED) ? uri.group(2) : location;
    return find(scheme)
        .orElseThrow(() -> new InvalidRequestException(unknown(location, scheme)))
        .open(rest, durability);
  }

  private static Optional<JournalEngine> find(String scheme) {
    return all()
        .map(ServiceLoader.Provider::get)
        .filter(engine -> engine.scheme().equals(scheme))
        .findFirst();
  }

  private static java.util.stream.Stream<ServiceLoader.Provider<JournalEngine>> all() {
    return ServiceLoader.load(JournalEngine.class, Engines.class.getClassLoader()).stream();
  }

  private static String unknown(String location, String scheme) {
    String known =
        all()
            .map(provider -> provider.get().scheme() + "://")
            .sorted()
            .collect(Collectors.joining(", "));
    return "No engine for \"%s\": the scheme \"%s\" is not one of %s; a plain path means a directory."
        .formatted(location, scheme, known);
  }
}
