/** JMH on the chain's stages, in their package, since nothing outside it may see them. */
@org.jspecify.annotations.NullMarked
package io.auralis.engine.mastering;
