/** Fourier transforms in single precision, for what is measured and not heard. Uses java.* only. */
@org.jspecify.annotations.NullMarked
package io.auralis.engine.transform;
