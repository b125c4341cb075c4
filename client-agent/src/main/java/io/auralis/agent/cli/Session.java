package io.auralis.agent.cli;

import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.models.ModelStore;
import io.auralis.agent.personal.PersonalLayer;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;

/**
 * What a command is run with; handed to each command's constructor, so that a test can run the whole command line in
 * memory.
 *
 * @param home the listener's folder
 * @param clock tells the time, UTC
 * @param environment variables
 * @param in answers to what a command asks, where somebody watches
 * @param out results
 * @param err diagnostics and progress
 * @param interactive whether somebody watches: a progress bar may be drawn, a question asked
 */
record Session(
        AuralisHome home,
        Clock clock,
        Map<String, String> environment,
        BufferedReader in,
        PrintWriter out,
        PrintWriter err,
        boolean interactive) {

    /** The listener's personal layer, on the base model in force. */
    PersonalLayer personalLayer() {
        return new PersonalLayer(home, clock, new ModelStore(home));
    }
}
