package io.agentsync.testkit;

import org.junit.jupiter.api.Timeout;

/** What users of the SDK rely on, on any engine. */
@Timeout(60)
public interface SynchronizerContract extends MeetingContract, RunContract, RegistryContract {}
