/** The personal tone and width as presets for the programs that people listen with. Uses contracts, mastering-engine and the feedback and personal packages. */
@org.jspecify.annotations.NullMarked
package io.auralis.agent.equalizer;
