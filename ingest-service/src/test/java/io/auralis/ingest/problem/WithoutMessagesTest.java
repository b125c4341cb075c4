package io.auralis.ingest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class WithoutMessagesTest {

    @Test
    void whatIsLoggedOfAFailureHasItsTypesAndFramesButNoMessage() {
        Throwable failure = new IllegalStateException("quotes MARKER", new IllegalArgumentException("MARKER too"));
        String logged = printed(WithoutMessages.of(failure));
        assertThat(logged)
                .contains(
                        "java.lang.IllegalStateException", "java.lang.IllegalArgumentException", "WithoutMessagesTest")
                .doesNotContain("MARKER");
    }

    @Test
    void aCycleOfCausesEnds() {
        Exception first = new Exception("MARKER");
        Exception second = new Exception("MARKER", first);
        first.initCause(second);
        assertThat(printed(WithoutMessages.of(first))).doesNotContain("MARKER");
    }

    private static String printed(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
