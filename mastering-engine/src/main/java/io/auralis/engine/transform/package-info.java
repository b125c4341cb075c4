/** Fourier transforms in single precision, for what is measured, and for small parts of what is heard. Uses java.* only. */
@org.jspecify.annotations.NullMarked
package io.auralis.engine.transform;
