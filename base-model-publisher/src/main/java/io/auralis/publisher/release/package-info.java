/** Approved candidates become the next base model, and the repository offers it. May use catalog, review, repository, account, problem and wording. */
@org.jspecify.annotations.NullMarked
package io.auralis.publisher.release;
