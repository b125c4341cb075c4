/** Finds samples that were cut off at a level, and restores what they were. Uses audio only. */
@org.jspecify.annotations.NullMarked
package io.auralis.engine.declip;
