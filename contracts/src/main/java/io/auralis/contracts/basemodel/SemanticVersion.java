package io.auralis.contracts.basemodel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A base model's version (semver.org 2.0.0, without pre-release): patch = ranges, minor = parameters or profiles, major =
 * schema. A model that a listener made for himself has the version of the released one it builds on, and a number of its
 * own as build metadata: {@code 1.0.0+local.2}. Such a version never leaves his machine: no schema and no report takes it.
 *
 * @param local the number of a listener's own model, 0 for a released one
 */
public record SemanticVersion(int major, int minor, int patch, int local) implements Comparable<SemanticVersion> {
    private static final Pattern FORM = Pattern.compile("(0|[1-9]\\d{0,5})\\.(0|[1-9]\\d{0,5})\\.(0|[1-9]\\d{0,5})");
    /** The number of a listener's own model that is only tried and kept nowhere: {@code 1.0.0+local.draft}. */
    public static final int DRAFT = Integer.MAX_VALUE;

    private static final String DRAFT_NAME = "draft";
    private static final Pattern LOCAL = Pattern.compile("(.*)\\+local\\.(draft|[1-9]\\d{0,5})");
    private static final Comparator<SemanticVersion> ORDER = Comparator.comparingInt(SemanticVersion::major)
            .thenComparingInt(SemanticVersion::minor)
            .thenComparingInt(SemanticVersion::patch)
            .thenComparingInt(SemanticVersion::local);

    public SemanticVersion {
        if (major < 0 || minor < 0 || patch < 0 || local < 0) {
            throw new IllegalArgumentException("a version has no negative part");
        }
    }

    /** A released model's version. */
    public SemanticVersion(int major, int minor, int patch) {
        this(major, minor, patch, 0);
    }

    /**
     * A released version or a listener's own, which only his machine knows; whoever reads what others sent uses
     * {@link #parse}.
     *
     * @throws IllegalArgumentException unless the text is {@code MAJOR.MINOR.PATCH} or {@code MAJOR.MINOR.PATCH+local.N}
     */
    @JsonCreator
    public static SemanticVersion parseAny(String text) {
        Matcher matcher = LOCAL.matcher(text);
        return matcher.matches() ? parse(matcher.group(1)).withLocal(Integer.parseInt(matcher.group(2))) : parse(text);
    }

    /** @throws IllegalArgumentException unless the text is {@code MAJOR.MINOR.PATCH} */
    public static SemanticVersion parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a version is MAJOR.MINOR.PATCH but this is \"" + text + "\"");
        }
        return new SemanticVersion(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
    }

    /** The version of a listener's own model on this one. */
    public SemanticVersion withLocal(int number) {
        return new SemanticVersion(major, minor, patch, number);
    }

    /** The released version: this one, or the one that a listener's own model builds on. */
    public SemanticVersion released() {
        return withLocal(0);
    }

    /** Whether a listener made it for himself. */
    public boolean isLocal() {
        return local > 0;
    }

    public SemanticVersion nextMinor() {
        return new SemanticVersion(major, minor + 1, 0);
    }

    public SemanticVersion nextPatch() {
        return new SemanticVersion(major, minor, patch + 1);
    }

    @Override
    public int compareTo(SemanticVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    @JsonValue
    public String toString() {
        String released = major + "." + minor + "." + patch;
        return local == 0 ? released : released + "+local." + (local == DRAFT ? DRAFT_NAME : local);
    }
}
