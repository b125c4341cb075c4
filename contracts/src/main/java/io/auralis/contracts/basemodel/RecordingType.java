package io.auralis.contracts.basemodel;

/** What a recording is; also a profile's family, which is never {@link #UNKNOWN}. Unknown is an answer, not an error. */
public enum RecordingType {
    STUDIO,
    METAL,
    BOOTLEG,
    UNKNOWN
}
