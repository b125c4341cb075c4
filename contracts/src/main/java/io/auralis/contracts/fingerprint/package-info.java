/** The 25-dimensional fingerprint of a track, schema {@code fingerprint/1}, and the importer of the original's figures. May use the JSON package only. */
@org.jspecify.annotations.NullMarked
package io.auralis.contracts.fingerprint;
