package io.auralis.engine.meter;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;

/**
 * What the meters read over a whole track. The levels of silence are negative infinity, which JSON writes as null.
 *
 * @param integratedLufs integrated loudness (BS.1770-5), LUFS; negative infinity also for a track under 400 ms
 * @param loudnessRangeLu loudness range (EBU Tech 3342), LU; 0 for a track under 3 s
 * @param maxShortTermLufs the highest loudness of 3 s (EBU Tech 3341), LUFS; negative infinity for a track under 3 s
 * @param maxMomentaryLufs the highest loudness of 400 ms, LUFS
 * @param truePeakDbtp true peak, 4x oversampled (BS.1770-5 Annex 2), dBTP
 * @param truePeak16xDbtp true peak by our stricter meter, 16x oversampled, dBTP; what keeps the ceiling
 * @param crestDb 20 log10 of sample peak over RMS, both over all channels, dB; 0 for silence
 */
public record Meters(
        @JsonSerialize(using = LevelJson.Writer.class) @JsonDeserialize(using = LevelJson.Reader.class)
        double integratedLufs,

        double loudnessRangeLu,

        @JsonSerialize(using = LevelJson.Writer.class) @JsonDeserialize(using = LevelJson.Reader.class)
        double maxShortTermLufs,

        @JsonSerialize(using = LevelJson.Writer.class) @JsonDeserialize(using = LevelJson.Reader.class)
        double maxMomentaryLufs,

        @JsonSerialize(using = LevelJson.Writer.class) @JsonDeserialize(using = LevelJson.Reader.class)
        double truePeakDbtp,

        @JsonSerialize(using = LevelJson.Writer.class) @JsonDeserialize(using = LevelJson.Reader.class)
        double truePeak16xDbtp,

        double crestDb) {}
