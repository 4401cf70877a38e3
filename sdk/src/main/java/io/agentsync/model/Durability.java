package io.agentsync.model;

/** What a store promises to outlive; fixed when the store is created. */
public enum Durability {
  /** An outcome that anybody was told survives a power cut. The default. */
  POWER,
  /** An outcome survives the death of every process, but not of the machine. Faster. */
  PROCESS
}
