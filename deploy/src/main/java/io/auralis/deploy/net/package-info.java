/** Loopback ports for processes of the local stack. May use only the JDK. */
@org.jspecify.annotations.NullMarked
package io.auralis.deploy.net;
