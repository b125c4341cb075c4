/** The chain that carries out a plan, and the masterer that runs the whole way from file to file. Uses all other packages of the engine. */
@org.jspecify.annotations.NullMarked
package io.auralis.engine.mastering;
