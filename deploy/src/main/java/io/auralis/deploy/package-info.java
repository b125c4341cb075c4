/** The command line of the local stack: {@code ./auralis community}. Uses the stack package and picocli. */
@org.jspecify.annotations.NullMarked
package io.auralis.deploy;
