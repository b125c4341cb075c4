/** The issuer's keys, in a folder that all instances share: the newest issues, older ones verify for a time. May use the token library, nothing of the other features. */
@org.jspecify.annotations.NullMarked
package io.auralis.ingest.keys;
