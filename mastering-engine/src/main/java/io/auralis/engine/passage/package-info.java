/** A stretch of a track to be compared by ear: found by how much there is to hear in it, and read by itself. Uses audio. */
@org.jspecify.annotations.NullMarked
package io.auralis.engine.passage;
