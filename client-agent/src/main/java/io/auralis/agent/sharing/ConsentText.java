package io.auralis.agent.sharing;

import java.util.List;

/** What a listener agrees to, in plain words. Any change of the words is a new version, which must be agreed to anew. */
public final class ConsentText {
    public static final String VERSION = "2026-11-25";

    /** One line each. */
    public static final List<String> LINES = List.of(
            "What will be sent: once you have rated at least 5 tracks, an anonymous summary per month, kind of recording",
            "and kind of gear. It holds: the base model's version, the kind of recording (for example STUDIO), the month,",
            "the kind of gear and of hearing you stated, how many tracks (as a range), how often you gave 1 to 5, how often",
            "you asked for more or less of each dimension or found it fine, where your personal profile stands (rounded),",
            "and coarse counts of four measured features. Each summary has its own random secret, so that two of them",
            "cannot be linked, and only you can replace it or take it back. With each goes a contribution token: a random",
            "number that the server has signed without seeing it, which shows that the summary counts once and nothing else.",
            "",
            "What will never be sent: your music, titles, artists, file names and paths, comments, exact measurements,",
            "dates or times finer than a month, your name, or any number that stays the same from month to month.",
            "",
            "When: at a random moment of each week, when you run a command. The server sees, as with any connection, the",
            "address you connect from; it is not part of the summary, and not kept. When tokens are drawn, the server counts",
            "them for one day under a hash of the address, whose key it throws away at midnight.",
            "See the exact bytes at any time: auralis share preview. Stop: auralis disable-sharing. Take back what was",
            "sent: auralis share withdraw.");

    private ConsentText() {}
}
