/**
 * The reference engine: stores that live and die with the JVM. It says in a few lines what an
 * engine has to do, and is everybody's test double.
 */
@NullMarked
package io.agentsync.journal.memory;

import org.jspecify.annotations.NullMarked;
