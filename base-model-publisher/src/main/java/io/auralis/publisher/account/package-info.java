/** Who may sign in: accounts with hashed passwords in one file, checked for HTTP Basic. May use Quarkus Security; {@code AccountLine} is plain Java. */
@org.jspecify.annotations.NullMarked
package io.auralis.publisher.account;
