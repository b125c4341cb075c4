/** Files: decoding, encoding, tags and artwork through FFmpeg. The only package that may use native code. */
@org.jspecify.annotations.NullMarked
package io.auralis.engine.media;
