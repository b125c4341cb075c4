/** Recognises the recording type from a fingerprint by the base model's evidence rules. Uses contracts only. */
@org.jspecify.annotations.NullMarked
package io.auralis.engine.detection;
