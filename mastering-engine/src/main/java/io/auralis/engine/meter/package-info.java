/** Loudness, loudness range, true peak and crest factor by BS.1770-5 and EBU Tech 3341/3342. Uses the audio package and, for JSON, Jackson only. */
@org.jspecify.annotations.NullMarked
package io.auralis.engine.meter;
