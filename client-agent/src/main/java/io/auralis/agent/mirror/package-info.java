/** A folder of masters that follows a folder of music: what arrived, what is gone, and when to look again. Uses the batch and home packages. */
@org.jspecify.annotations.NullMarked
package io.auralis.agent.mirror;
