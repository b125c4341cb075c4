package io.auralis.engine.audio;

/** Told how far a long piece of work is. */
@FunctionalInterface
public interface Progress {
    Progress NONE = (stage, fraction) -> {};

    /**
     * @param stage what is being done, in a word or two
     * @param fraction 0..1 of that stage, or negative where unknown
     */
    void report(String stage, double fraction);
}
