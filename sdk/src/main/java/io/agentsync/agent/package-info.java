/**
 * What the records of an agent's journal mean, what can be said of an agent's life, and how changes
 * to a registration are made, step by step. Pure: no clock, thread, file or chance.
 */
@NullMarked
package io.agentsync.agent;

import org.jspecify.annotations.NullMarked;
