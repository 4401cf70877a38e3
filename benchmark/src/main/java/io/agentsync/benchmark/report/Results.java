package io.agentsync.benchmark.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** All numbers of one run of the benchmark, and what could not be measured. */
public final class Results {

  private final Map<Cell, List<Double>> values = new LinkedHashMap<>();
  private final List<Absence> absent = new ArrayList<>();

  /** One more repetition of it. */
  public void add(Cell cell, double value) {
    values.computeIfAbsent(cell, key -> new ArrayList<>()).add(value);
  }

  /** It could not be measured, or not as often as it should. */
  public void add(Absence absence) {
    absent.add(absence);
  }

  /** What could not be measured. */
  public List<Absence> absent() {
    return List.copyOf(absent);
  }

  /** What was measured, in the order in which it first was. */
  public List<Cell> cells() {
    return List.copyOf(values.keySet());
  }

  /** Its repetitions in order; empty if there are none. */
  public List<Double> of(Cell cell) {
    return List.copyOf(values.getOrDefault(cell, List.of()));
  }

  /** The spread of its repetitions; empty if there are none. */
  public Optional<Spread> spread(Cell cell) {
    return Optional.of(of(cell)).filter(all -> !all.isEmpty()).map(Spread::of);
  }

  /** One divided by the other, repetition by repetition; empty if there are none. */
  public Optional<Spread> ratio(Cell one, Cell other) {
    List<Double> above = of(one);
    List<Double> below = of(other);
    List<Double> ratios =
        IntStream.range(0, Math.min(above.size(), below.size()))
            .mapToObj(i -> above.get(i) / below.get(i))
            .toList();
    return Optional.of(ratios).filter(all -> !all.isEmpty()).map(Spread::of);
  }
}
