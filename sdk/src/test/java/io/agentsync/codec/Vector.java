package io.agentsync.codec;

import io.agentsync.syncpoint.End;
import io.agentsync.syncpoint.Generation;
import io.agentsync.syncpoint.SyncPoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A journal and what it means, as published for other languages. */
record Vector(String name, List<String> journal, List<?> generations, List<Long> damaged) {

  static Stream<Vector> all() throws IOException {
    List<Vector> vectors = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("..", "shared-state", "vectors"))) {
      for (Path file : files.sorted().toList()) {
        vectors.add(read(file));
      }
    }
    return vectors.stream();
  }

  private static Vector read(Path file) throws IOException {
    Map<?, ?> json;
    try {
      json = Json.read(Files.readAllBytes(file));
    } catch (DamagedRecordException e) {
      throw new AssertionError(file + " " + e.reason(), e);
    }
    return new Vector(
        String.valueOf(json.get("name")),
        ((List<?>) json.get("journal")).stream().map(String.class::cast).toList(),
        (List<?>) json.get("generations"),
        ((List<?>) json.get("damaged")).stream().map(Long.class::cast).toList());
  }

  /** What the library makes of the journal, in the vector's own terms. */
  List<Map<String, Object>> folded() throws UnknownFormatException {
    SyncPoint point = new SyncPoint();
    for (String line : journal) {
      try {
        point.accept(RecordCodec.decode(line.getBytes(StandardCharsets.UTF_8)));
      } catch (DamagedRecordException e) {
        // Void, as the vector says too.
      }
    }
    return point.generations().stream().map(Vector::facts).toList();
  }

  /** The lines that the library takes for damaged, counted from 0. */
  List<Long> damagedLines() {
    List<Long> found = new ArrayList<>();
    for (int line = 0; line < journal.size(); line++) {
      try {
        RecordCodec.decode(journal.get(line).getBytes(StandardCharsets.UTF_8));
      } catch (DamagedRecordException | UnknownFormatException e) {
        found.add((long) line);
      }
    }
    return found;
  }

  private static Map<String, Object> facts(Generation generation) {
    Optional<End> end = generation.end();
    Map<String, Object> facts = new HashMap<>();
    facts.put("number", generation.number());
    facts.put("required", List.copyOf(generation.spec().required()));
    facts.put("outcome", orNull(end.map(how -> how.outcome().name())));
    facts.put("arrived", List.copyOf(generation.arrived()));
    facts.put("missing", List.copyOf(generation.missing()));
    facts.put("reason", orNull(end.flatMap(End::reason)));
    facts.put("actor", orNull(end.flatMap(End::actor)));
    return facts;
  }

  /** As {@link Json} reads a null. */
  private static Object orNull(Optional<String> value) {
    return value.isPresent() ? value.get() : value;
  }

  @Override
  public String toString() {
    return name;
  }
}
