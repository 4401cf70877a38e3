package io.agentsync.model;

/**
 * In what shape a store is.
 *
 * @param durability what it outlives
 * @param journals how many sync points have a journal now
 * @param removedJournals how many journals were removed or rotated, and are kept as history
 * @param historyBytes how long the records in those are together
 * @param tombstones how many removed sync points still have a tombstone
 * @param deadSessions how many processes that are gone have left a trace; a cleanup clears them
 */
public record StoreHealth(
    Durability durability,
    long journals,
    long removedJournals,
    long historyBytes,
    long tombstones,
    long deadSessions) {}
