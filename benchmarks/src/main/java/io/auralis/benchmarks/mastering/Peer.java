package io.auralis.benchmarks.mastering;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A program to compare with, as a command line. Its words may hold {@code {in}}, {@code {out}}, {@code {lufs}} (the loudness
 * to reach), {@code {gain}} (dB from the song's loudness to that one) and {@code {ceiling}} (dBTP) with {@code {limit}} (the
 * same, linear), and {@code {rate}} with {@code {rate4}}, the song's sample rate and four times that, Hz.
 *
 * @param name in the table
 * @param words the program and its arguments
 */
public record Peer(String name, List<String> words) {
    public Peer {
        words = List.copyOf(words);
        if (name.isBlank() || words.isEmpty()) {
            throw new IllegalArgumentException("a peer is NAME=COMMAND WORDS but is " + name + "=" + words);
        }
    }

    /** @param text {@code NAME=COMMAND WORDS}, split at blanks; no shell sees it */
    public static Peer parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("a peer is NAME=COMMAND WORDS but is " + text);
        }
        return new Peer(
                text.substring(0, equals),
                List.of(text.substring(equals + 1).strip().split(" +", -1)));
    }

    /** Whether it writes a song, so that its result can be measured; one that only listens does not. */
    boolean writes() {
        return words.stream().anyMatch(word -> word.contains("{out}"));
    }

    List<String> command(Path in, Path out, Asked asked, Heard song) {
        double gainDb = asked.lufs() - song.lufs();
        List<String> command = new ArrayList<>();
        for (String word : words) {
            command.add(word.replace("{in}", in.toString())
                    .replace("{out}", out.toString())
                    .replace("{lufs}", number(asked.lufs()))
                    .replace("{gain}", number(gainDb))
                    .replace("{rate}", Integer.toString(song.rateHz()))
                    .replace("{rate4}", Integer.toString(4 * song.rateHz()))
                    .replace("{ceiling}", number(asked.ceilingDbtp()))
                    .replace("{limit}", number(Math.pow(10, asked.ceilingDbtp() / 20))));
        }
        return command;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
