/**
 * The contract every engine keeps, as tests to run against one.
 *
 * <p>A test class that implements {@link io.agentsync.testkit.JournalStoreContract} has only to say
 * how the store of a test is opened; engines that several processes can use have a second contract
 * for that. {@link io.agentsync.testkit.FaultyStore} and {@link io.agentsync.testkit.ManualTime}
 * serve everybody's tests.
 */
@NullMarked
package io.agentsync.testkit;

import org.jspecify.annotations.NullMarked;
