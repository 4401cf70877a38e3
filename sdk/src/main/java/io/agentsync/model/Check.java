package io.agentsync.model;

import java.util.Optional;

/**
 * What one look at a store found.
 *
 * @param name stable name of the check, such as {@code file-system}
 * @param grade how good that is
 * @param found what was found, in one sentence
 * @param remedy what to do about it; empty if nothing has to be done
 */
public record Check(String name, Grade grade, String found, Optional<String> remedy) {

  /** How good what was found is. */
  public enum Grade {
    OK,
    /** It works, but not as well as it could, or not for everybody. */
    WARNING,
    /** Agents will fail here, or something is lost already. */
    PROBLEM
  }

  /** Nothing has to be done. */
  public static Check ok(String name, String found) {
    return new Check(name, Grade.OK, found, Optional.empty());
  }

  /** It works, but something could be better. */
  public static Check warning(String name, String found, String remedy) {
    return new Check(name, Grade.WARNING, found, Optional.of(remedy));
  }

  /** It does not work. */
  public static Check problem(String name, String found, String remedy) {
    return new Check(name, Grade.PROBLEM, found, Optional.of(remedy));
  }
}
