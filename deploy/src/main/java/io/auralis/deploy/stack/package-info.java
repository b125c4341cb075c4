/** The local stack as a whole: its folder, its processes, and how they are brought up and down. May use the broker, database and net packages, the JDK, and contracts for JSON. */
@org.jspecify.annotations.NullMarked
package io.auralis.deploy.stack;
