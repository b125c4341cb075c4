package io.auralis.agent.library;

/**
 * A track of the library as a list shows it.
 *
 * @param id within the store
 * @param path one of its files that is there, the first by name
 * @param title from its tags, empty where it has none; so are artist and album
 * @param seconds its length, 0 where its file does not state it
 */
public record LibraryTrack(long id, String path, String title, String artist, String album, double seconds) {}
