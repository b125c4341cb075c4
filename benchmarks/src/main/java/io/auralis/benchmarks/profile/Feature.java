package io.auralis.benchmarks.profile;

import java.util.List;
import java.util.regex.Pattern;

/** What a sampled thread was at, told by the nearest frame that belongs to one of these; the order decides between them. */
enum Feature {
    CANONICAL(
            "the record's canonical bytes",
            "org\\.erdtman\\.jcs\\.|io\\.auralis\\.contracts\\.taste\\.Canonical|io\\.auralis\\.contracts\\.json\\.(Json|Canonical)|com\\.fasterxml\\.jackson\\..*(Generator|\\.ser\\.|Serializ|Writer)"),
    VALIDATE(
            "schema and plausibility",
            "com\\.networknt\\.|io\\.auralis\\.contracts\\.json\\.ContractSchema|io\\.auralis\\.contracts\\.taste\\.(Plausib|TasteReport|DimensionTally|ReportWindow|ReportSubmission|ReportRecord)|io\\.auralis\\.ingest\\.admission\\."),
    PARSE("JSON into documents", "com\\.fasterxml\\.jackson\\.|io\\.auralis\\.ingest\\.intake\\.(Body|Limited)"),
    HASH(
            "SHA-256 of the secret",
            "java\\.security\\.|io\\.auralis\\.contracts\\.taste\\.(HexDigits|ReportSecret)|sun\\.security\\.|io\\.auralis\\.contracts\\.json\\.Sha256"),
    KAFKA(
            "the producer, compression in it",
            "org\\.apache\\.kafka\\.|net\\.jpountz\\.|io\\.auralis\\.ingest\\.broker\\."),
    HTTP(
            "HTTP and the framework",
            "io\\.netty\\.|io\\.vertx\\.|org\\.jboss\\.|io\\.quarkus\\.|io\\.smallrye\\.|jakarta\\.|io\\.micrometer\\."),
    OURS("the rest of ingest-service", "io\\.auralis\\."),
    OTHER("the JDK and what is none of these", "");

    private final String means;
    private final Pattern classes;

    Feature(String means, String classes) {
        this.means = means;
        this.classes = Pattern.compile(classes);
    }

    String means() {
        return means;
    }

    /** @param frames names of class and method, the innermost first */
    static Feature of(List<String> frames) {
        for (String frame : frames) {
            for (Feature feature : values()) {
                if (feature != OTHER && feature.classes.matcher(frame).lookingAt()) {
                    return feature;
                }
            }
        }
        return OTHER;
    }
}
