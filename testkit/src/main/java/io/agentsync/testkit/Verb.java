package io.agentsync.testkit;

/** What can be asked of a store or of one of its journals, for {@link FaultyStore}. */
public enum Verb {
  /**
   * {@link io.agentsync.journal.JournalStore#exists}, {@code locationExists} and {@code
   * durability}.
   */
  LOOK,
  /** {@link io.agentsync.journal.JournalStore#open}. */
  OPEN,
  /** {@link io.agentsync.journal.JournalStore#create}. */
  CREATE,
  /** {@link io.agentsync.journal.JournalStore#tombstone}. */
  TOMBSTONE,
  /**
   * {@link io.agentsync.journal.JournalStore#list}, {@code spaces}, {@code removed}, {@code
   * tombstones}.
   */
  LIST,
  /** {@link io.agentsync.journal.JournalStore#history}. */
  HISTORY,
  /** {@link io.agentsync.journal.JournalStore#remove}. */
  REMOVE,
  /** {@link io.agentsync.journal.JournalStore#forgetTombstone} and {@code forgetSession}. */
  FORGET,
  /** {@link io.agentsync.journal.JournalStore#exclusive}. */
  EXCLUSIVE,
  /** {@link io.agentsync.journal.JournalStore#openSession}. */
  OPEN_SESSION,
  /** {@link io.agentsync.journal.JournalStore#sessions}, {@code probe} and {@code notes}. */
  PROBE,
  /** {@link io.agentsync.journal.JournalStore#doorbell}. */
  DOORBELL,
  /** {@link io.agentsync.journal.JournalStore#prune}. */
  PRUNE,
  /** {@link io.agentsync.journal.Journal#read}. */
  READ,
  /** {@link io.agentsync.journal.Journal#append}. */
  APPEND,
  /** {@link io.agentsync.journal.Journal#stands}. */
  STANDS,
  /** {@link io.agentsync.journal.Journal#sync}. */
  SYNC
}
