package io.auralis.simulator.music;

import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/** Three pieces of 20 to 30 seconds, each of another kind. */
public enum Piece {
    /** Low-tuned, double-tracked guitars over double bass drums: recognised as METAL by the built-in models. */
    IRON_TIDE("Iron Tide", -0.5) {
        @Override
        Mix play() {
            int bars = 14;
            Mix mix = new Mix(bars * 4, 150);
            Band left = new Band(11);
            Band right = new Band(12);
            Band middle = new Band(13);
            int[] roots = {36, 36, 39, 37, 36, 36, 41, 39};
            int[] melody = {72, 75, 74, 72, 70, 72, 67, 68};
            for (int bar = 0; bar < bars; bar++) {
                double at = bar * 4;
                int root = roots[bar % roots.length];
                boolean ringing = bar % 4 == 3;
                if (bar % 4 == 0) mix.add(middle.crash(), at, 0.12, 0.3);
                if (ringing) {
                    for (int half = 0; half < 2; half++) {
                        mix.add(left.openChord(root, mix.seconds(2)), at + 2 * half, 0.8, -1);
                        mix.add(right.openChord(root, mix.seconds(2)), at + 2 * half, 0.8, 1);
                    }
                } else {
                    // A gallop: one eighth, two sixteenths.
                    for (int beat = 0; beat < 4; beat++) {
                        for (double offset : new double[] {0, 0.5, 0.75}) {
                            double length = mix.seconds(offset == 0 ? 0.48 : 0.24);
                            mix.add(left.mutedChord(root, length), at + beat + offset, 0.95, -1);
                            mix.add(right.mutedChord(root, length), at + beat + offset + 0.008, 0.95, 1);
                        }
                    }
                }
                for (int eighth = 0; eighth < 8; eighth++) {
                    mix.add(middle.bass(root, mix.seconds(0.45)), at + eighth * 0.5, 0.17, 0);
                    mix.add(middle.kick(), at + eighth * 0.5, 0.42, 0);
                    if (bar % 2 == 1 && eighth >= 4) mix.add(middle.kick(), at + eighth * 0.5 + 0.25, 0.36, 0);
                }
                mix.add(middle.snare(), at + 1, 0.22, 0.05);
                mix.add(middle.snare(), at + 3, 0.22, 0.05);
                for (int beat = 0; beat < 4; beat++) mix.add(middle.hat(beat % 2 == 1), at + beat, 0.07, -0.4);
                if (bar >= 4)
                    for (int half = 0; half < 2; half++)
                        mix.add(
                                middle.lead(melody[(2 * bar + half) % melody.length], mix.seconds(1.9)),
                                at + 2 * half,
                                0.05,
                                half == 0 ? -0.3 : 0.3);
            }
            return mix;
        }
    },

    /** A bright song in a major key with pads, plucked strings and a lead. */
    HARBOUR_LIGHT("Harbour Light", -1) {
        @Override
        Mix play() {
            int bars = 12;
            Mix mix = new Mix(bars * 4, 112);
            Band band = new Band(21);
            Band other = new Band(22);
            int[][] chords = {{60, 64, 67}, {55, 59, 62}, {57, 60, 64}, {53, 57, 60}};
            int[] melody = {76, 79, 77, 76, 74, 72, 71, 74, 72, 76, 79, 81, 79, 77, 76, 74};
            for (int bar = 0; bar < bars; bar++) {
                double at = bar * 4;
                int[] chord = chords[bar % 4];
                if (bar == 0 || bar == 8) mix.add(band.crash(), at, 0.035, -0.3);
                for (int voice = 0; voice < 3; voice++) {
                    mix.add(band.pad(chord[voice], mix.seconds(4)), at, 0.095, -0.9);
                    mix.add(other.pad(chord[voice], mix.seconds(4)), at, 0.095, 0.9);
                }
                for (int eighth = 0; eighth < 8; eighth++) {
                    mix.add(
                            band.pluck(chord[eighth % 3] + 12, mix.seconds(0.9)),
                            at + eighth * 0.5,
                            0.32,
                            eighth % 2 == 0 ? -0.5 : 0.5);
                    mix.add(band.hat(eighth == 7), at + eighth * 0.5, 0.025, 0.35);
                    if (eighth != 3) mix.add(band.bass(chord[0] - 24, mix.seconds(0.45)), at + eighth * 0.5, 0.16, 0);
                }
                mix.add(band.kick(), at, 0.6, 0);
                mix.add(band.kick(), at + 2, 0.6, 0);
                if (bar % 2 == 1) mix.add(band.kick(), at + 2.5, 0.5, 0);
                mix.add(band.snare(), at + 1, 0.42, 0);
                mix.add(band.snare(), at + 3, 0.42, 0);
                if (bar >= 2)
                    for (int beat = 0; beat < 4; beat++)
                        mix.add(
                                band.lead(melody[(bar * 4 + beat) % melody.length], mix.seconds(0.9)),
                                at + beat,
                                0.13,
                                0.1);
            }
            return mix;
        }
    },

    /** A slow piece in a minor key: plucked strings, a soft pad, brushes. */
    LATE_TRAIN("Late Train", -3) {
        @Override
        Mix play() {
            int bars = 8;
            Mix mix = new Mix(bars * 4, 76);
            Band band = new Band(31);
            Band other = new Band(32);
            SplittableRandom hand = new SplittableRandom(33);
            int[][] chords = {{57, 60, 64}, {53, 57, 60}, {50, 53, 57}, {52, 56, 59}};
            for (int bar = 0; bar < bars; bar++) {
                double at = bar * 4;
                int[] chord = chords[bar % 4];
                for (int voice = 0; voice < 3; voice++) {
                    mix.add(band.pad(chord[voice], mix.seconds(4)), at, 0.05, -0.6);
                    mix.add(other.pad(chord[voice], mix.seconds(4)), at, 0.05, 0.6);
                }
                int[] pattern = {0, 1, 2, 1, 0, 2, 1, 2};
                for (int eighth = 0; eighth < 8; eighth++) {
                    double late = hand.nextDouble(0.02);
                    int note = chord[pattern[eighth]] + (eighth == 5 ? 12 : 0);
                    mix.add(
                            band.pluck(note, mix.seconds(1.8)),
                            at + eighth * 0.5 + late,
                            0.5,
                            eighth % 2 == 0 ? -0.2 : 0.2);
                }
                mix.add(band.bass(chord[0] - 24, mix.seconds(1.9)), at, 0.22, 0);
                mix.add(band.bass(chord[0] - 17, mix.seconds(1.9)), at + 2, 0.18, 0);
                mix.add(band.hat(true), at + 1, 0.06, 0.2);
                mix.add(band.hat(true), at + 3, 0.06, 0.2);
                mix.add(band.kick(), at, 0.3, 0);
            }
            return mix;
        }
    };

    private final String title;
    private final double peakDbfs;

    Piece(String title, double peakDbfs) {
        this.title = title;
        this.peakDbfs = peakDbfs;
    }

    public String title() {
        return title;
    }

    /**
     * Renders the piece into a folder, the same bytes every time.
     *
     * @return the file, 16 bit, 44.1 kHz, stereo, WAV
     * @throws io.auralis.engine.media.MediaException if the folder cannot be written
     */
    public Path render(Path folder) {
        Path file = folder.resolve(title.toLowerCase(Locale.ROOT).replace(' ', '-') + ".wav");
        play().write(file, title, peakDbfs);
        return file;
    }

    abstract Mix play();
}
