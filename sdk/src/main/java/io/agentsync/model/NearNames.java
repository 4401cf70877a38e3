package io.agentsync.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what somebody may have meant who mistyped a name. */
public final class NearNames {

  private static final int MOST = 3;

  private NearNames() {}

  /** The candidates that are at most a few slips away, the nearest first; never many. */
  public static List<String> of(String typed, Collection<String> candidates) {
    int allowed = Math.max(1, (bare(typed).length() + 1) / 3);
    return candidates.stream()
        .filter(candidate -> distance(bare(typed), bare(candidate)) <= allowed)
        .sorted(
            Comparator.<String>comparingInt(candidate -> distance(bare(typed), bare(candidate)))
                .thenComparing(Comparator.naturalOrder()))
        .limit(MOST)
        .toList();
  }

  /** As the end of a sentence: {@code ; did you mean "a" or "b"?}, or nothing. */
  public static String question(List<String> names) {
    return names.isEmpty() ? "" : "; did you mean \"" + String.join("\" or \"", names) + "\"?";
  }

  private static String bare(String name) {
    return name.toLowerCase(Locale.ROOT).replaceFirst("^-+", "");
  }

  /** Insertions, deletions, substitutions and swaps of neighbours that turn one into the other. */
  static int distance(String from, String to) {
    int[][] cost = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, from, to, i, j);
      }
    }
    return cost[from.length()][to.length()];
  }

  private static int cheapest(int[][] cost, String from, String to, int i, int j) {
    int replaced = cost[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
