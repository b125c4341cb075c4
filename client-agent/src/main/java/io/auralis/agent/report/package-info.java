/** A mastering as one page of HTML that needs nothing else: what was measured, what was changed and why. Uses the home and the engine. */
@org.jspecify.annotations.NullMarked
package io.auralis.agent.report;
