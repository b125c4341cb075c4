package io.auralis.integration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.json.Sha256;
import io.auralis.contracts.taste.ReportSecret;
import io.auralis.contracts.taste.ReportSubmission;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * What the clients of a fault test send, in an order that mixes everything: of the reports 5 % come twice, 3 % have a
 * newer version that may overtake the older one, 2 % are withdrawn (which may overtake too), and 3 % more are invalid.
 * All of it follows from the seed, so that the oracle makes it again rather than keep it.
 */
final class Load {
    enum Kind {
        REPORT,
        NEWER,
        WITHDRAWAL,
        /** Right in form, but its features count other tracks than its bucket. */
        IMPLAUSIBLE,
        /** Says more than a report may. */
        FORBIDDEN_KEY,
        /** From a client whose clock is months ahead or behind. */
        SKEWED,
        /** A withdrawal by somebody who does not have the secret. */
        STRANGER
    }

    /** One thing that a client must get settled. */
    record Step(Kind kind, int owner) {
        boolean isWithdrawal() {
            return kind == Kind.WITHDRAWAL || kind == Kind.STRANGER;
        }

        /** Whether the service must take it: then it counts; else the service must refuse it for good. */
        boolean isGood() {
            return kind == Kind.REPORT || kind == Kind.NEWER || kind == Kind.WITHDRAWAL;
        }

        /** In an order of their own, so that two lists of many can be compared in one pass. */
        static List<Step> sorted(List<Step> steps) {
            return steps.stream()
                    .sorted(Comparator.comparingInt(Step::owner).thenComparing(Step::kind))
                    .toList();
        }

        long number() {
            return switch (kind) {
                case REPORT, IMPLAUSIBLE, FORBIDDEN_KEY, SKEWED -> 1;
                case NEWER -> 2;
                case WITHDRAWAL, STRANGER -> 3;
            };
        }
    }

    private final long seed;
    private final YearMonth month = YearMonth.now(ZoneOffset.UTC);
    private final List<Step> steps;

    Load(long seed, int reports) {
        this.seed = seed;
        Random random = new Random(seed);
        // By place in the order: what comes twice, late or early is put within a thousand places of its report.
        Map<Double, Step> ordered = new TreeMap<>();
        for (int owner = 0; owner < reports; owner++) {
            place(ordered, owner, new Step(Kind.REPORT, owner));
            int chance = random.nextInt(100);
            if (chance < 5) {
                place(ordered, near(owner, random), new Step(Kind.REPORT, owner));
            } else if (chance < 8) {
                place(ordered, near(owner, random), new Step(Kind.NEWER, owner));
            } else if (chance < 10) {
                place(ordered, near(owner, random), new Step(Kind.WITHDRAWAL, owner));
            } else if (chance < 13) {
                Kind[] bad = {Kind.IMPLAUSIBLE, Kind.FORBIDDEN_KEY, Kind.SKEWED, Kind.STRANGER};
                place(ordered, near(owner, random), new Step(bad[random.nextInt(bad.length)], owner));
            }
        }
        this.steps = new ArrayList<>(ordered.values());
    }

    private static double near(int owner, Random random) {
        return owner + random.nextGaussian() * 300;
    }

    private static void place(Map<Double, Step> ordered, double wanted, Step step) {
        double place = wanted;
        while (ordered.putIfAbsent(place, step) != null) {
            place = Math.nextUp(place);
        }
    }

    List<Step> steps() {
        return steps;
    }

    /** Those that must be acknowledged. */
    List<Step> good() {
        return steps.stream().filter(Step::isGood).toList();
    }

    ReportSecret secret(int owner) {
        return ReportSecret.parse(Sha256.hex((seed + " owner " + owner).getBytes(StandardCharsets.UTF_8)));
    }

    /** Whose secret is shown with a withdrawal. */
    ReportSecret shown(Step step) {
        return step.kind() == Kind.STRANGER ? secret(-1 - step.owner()) : secret(step.owner());
    }

    /** The body of a submission. */
    JsonNode submission(Step step) {
        Random random = new Random(seed * 31 + step.owner() * 4L + step.number());
        ReportSecret secret = step.isGood() ? secret(step.owner()) : secret(-1 - step.owner());
        ObjectNode body =
                Json.mapper().valueToTree(new ReportSubmission(secret, step.number(), AnyReport.of(random, month)));
        ObjectNode report = (ObjectNode) body.get("report");
        if (step.kind() == Kind.IMPLAUSIBLE) {
            report.withObject("/features")
                    .set("crest_db", Json.mapper().valueToTree(List.of(900, 0, 0, 0, 0, 0, 0, 0, 0)));
        } else if (step.kind() == Kind.FORBIDDEN_KEY) {
            report.put("title", "a song");
        } else if (step.kind() == Kind.SKEWED) {
            report.put("month", month.plusMonths(random.nextBoolean() ? 2 : -5).toString());
        }
        return body;
    }
}
