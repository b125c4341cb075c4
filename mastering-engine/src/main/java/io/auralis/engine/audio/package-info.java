/** Blocks of samples and where they come from and go to. Uses java.* only. */
@org.jspecify.annotations.NullMarked
package io.auralis.engine.audio;
