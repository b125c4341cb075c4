package io.auralis.deploy.stack;

/**
 * How one member is.
 *
 * @param name of the member
 * @param state {@code up} (answers), {@code silent} (its process runs but does not answer), {@code lost} (it ran and ended
 *     without being stopped), {@code down}
 * @param pid process id, 0 where it does not run
 * @param address where it is or would be reached
 */
public record MemberStatus(String name, String state, long pid, String address) {}
