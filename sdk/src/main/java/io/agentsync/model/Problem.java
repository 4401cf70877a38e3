package io.agentsync.model;

/**
 * Something in the store that could not be read as it should.
 *
 * @param path where it is
 * @param reason what is wrong with it
 */
public record Problem(String path, String reason) {}
