package io.agentsync.diagnosis;

import java.util.List;

/**
 * One journal of a sync point, read from its beginning.
 *
 * @param place where it is, in the words that reports use
 * @param pages what stands in it, in order
 * @param counts whether it ever counted: false if somebody made it who looked before a removal and
 *     wrote after it (J-7)
 */
public record Chapter(String place, List<Page> pages, boolean counts) {

  public Chapter {
    pages = List.copyOf(pages);
  }
}
