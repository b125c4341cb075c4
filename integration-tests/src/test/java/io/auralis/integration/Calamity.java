package io.auralis.integration;

import io.auralis.deploy.stack.Member;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * What befalls one member of the stack.
 *
 * @param at how much of the load is settled by then, 0 to 1
 * @param member whom
 * @param kind what
 */
record Calamity(double at, Member member, Kind kind) {
    enum Kind {
        /** SIGKILL to all of its processes. */
        KILLED,
        /** Everything in it stands still for two seconds, as on a disk that does not answer. */
        STALLED
    }

    /** A moment in which the load has begun, and one in which some of it is left. */
    private static final double FIRST = 0.03;

    private static final double LAST = 0.9;

    /** Each member so many times of each kind, at moments drawn from the seed, in order. */
    static List<Calamity> drawn(long seed, int kills, int stalls) {
        Random random = new Random(seed);
        List<Calamity> drawn = new ArrayList<>();
        for (Member member : List.of(Member.INGEST, Member.AGGREGATOR, Member.BROKER, Member.DATABASE)) {
            for (int time = 0; time < kills + stalls; time++) {
                double at = FIRST + random.nextDouble() * (LAST - FIRST);
                drawn.add(new Calamity(at, member, time < kills ? Kind.KILLED : Kind.STALLED));
            }
        }
        drawn.sort(Comparator.comparingDouble(Calamity::at));
        return List.copyOf(drawn);
    }
}
