package io.agentsync.testkit;

/**
 * All that a {@link io.agentsync.journal.JournalStore} promises within one process.
 *
 * <p>JUnit makes a new instance for each test method, so a field that holds a temporary directory
 * or a random name is enough to give each test a store of its own.
 */
public interface JournalStoreContract
    extends AppendContract,
        ReadContract,
        NamingContract,
        RemovalContract,
        TombstoneContract,
        HistoryContract,
        SpacesContract,
        ExclusiveContract,
        SessionContract,
        NotesContract,
        EndContract,
        DoorbellContract,
        InterruptContract {}
