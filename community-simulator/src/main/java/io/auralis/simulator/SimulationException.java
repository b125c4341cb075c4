package io.auralis.simulator;

/** The environment failed; the message is a sentence for whoever runs the command. */
public final class SimulationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SimulationException(String sentence) {
        super(sentence);
    }

    public SimulationException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
