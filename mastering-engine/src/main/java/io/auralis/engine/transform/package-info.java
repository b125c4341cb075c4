/**
 * Fourier transforms: in single precision, for what is measured and small parts of what is heard, and in double precision by
 * JTransforms. Uses java.* and JTransforms only.
 */
@org.jspecify.annotations.NullMarked
package io.auralis.engine.transform;
