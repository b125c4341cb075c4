package io.auralis.engine.mastering;

import io.auralis.engine.detection.Detection;
import io.auralis.engine.fingerprint.TrackAnalysis;
import io.auralis.engine.media.MediaFile;
import io.auralis.engine.passage.Passage;

/**
 * A track that was heard for an audition, and its passage.
 *
 * @param track what is known of the whole track
 * @param detection what it was recognised as
 * @param passage where the passage is
 * @param file the passage alone
 * @param own what is known of the passage
 */
public record HeardPassage(Analysis track, Detection detection, Passage passage, MediaFile file, TrackAnalysis own) {}
