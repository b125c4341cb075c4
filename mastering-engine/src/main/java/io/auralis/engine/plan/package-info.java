/** Decides every parameter of a mastering, with its base part, its personal part and the reason. Uses contracts and the detection, match and meter packages only. */
@org.jspecify.annotations.NullMarked
package io.auralis.engine.plan;
