/** Takes requests' bodies in: so many at once, of such a length, within such a time, without a thread for each. May use no other package. */
@org.jspecify.annotations.NullMarked
package io.auralis.ingest.reception;
