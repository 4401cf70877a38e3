package io.agentsync.diagnosis;

/**
 * What a record came to in its place.
 *
 * @param counts whether it changed anything
 * @param meaning in words; if nothing, why
 */
record Telling(boolean counts, String meaning) {

  static Telling effect(String meaning) {
    return new Telling(true, meaning);
  }

  static Telling nothing(String why) {
    return new Telling(false, why);
  }
}
