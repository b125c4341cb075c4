/**
 * Foreign files are decoded in processes of their own, so that a crash, a hang or a flood of memory stays there
 * (docs/adr/0010). Uses audio and media; no native code of its own.
 */
@org.jspecify.annotations.NullMarked
package io.auralis.engine.decoding;
