package io.auralis.agent.comment;

import java.util.ArrayList;
import java.util.List;

/** The stretches of a clause that no ask came of, as the listener will read them. */
final class Leftovers {
    private Leftovers() {}

    static List<String> of(List<Item> clause) {
        List<String> leftovers = new ArrayList<>();
        List<Item> stretch = new ArrayList<>();
        for (Item item : clause) {
            if (item.used()) {
                close(stretch, leftovers);
            } else {
                stretch.add(item);
            }
        }
        close(stretch, leftovers);
        return leftovers;
    }

    /** Drops what has no content at both ends; keeps it between words that have. */
    private static void close(List<Item> stretch, List<String> leftovers) {
        int from = 0;
        int to = stretch.size();
        while (from < to && !stretch.get(from).hasContent()) {
            from++;
        }
        while (to > from && !stretch.get(to - 1).hasContent()) {
            to--;
        }
        if (from < to) {
            leftovers.add(String.join(
                    " ",
                    stretch.subList(from, to).stream().map(item -> item.text).toList()));
        }
        stretch.clear();
    }
}
