package io.agentsync.benchmark.report;

/**
 * Where and when it was measured.
 *
 * @param date the day
 * @param processors how many
 * @param processor which kind
 * @param system the operating system
 * @param java the Java of all JVMs, and their flags
 * @param memory the file system of what is kept in memory
 * @param disk the file system of what is kept on a disk
 * @param versions the versions of the peers
 */
public record Machine(
    String date,
    int processors,
    String processor,
    String system,
    String java,
    String memory,
    String disk,
    String versions) {

  String line() {
    return date
        + "; "
        + processors
        + " processors ("
        + processor
        + "), "
        + system
        + ", "
        + java
        + "; memory: "
        + memory
        + ", disk: "
        + disk
        + "; "
        + versions;
  }
}
