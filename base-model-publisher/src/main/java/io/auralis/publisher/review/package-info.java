/** Maintainers look at the aggregator's candidates, read through its view only, and approve or reject them. May use catalog, account, problem and wording. */
@org.jspecify.annotations.NullMarked
package io.auralis.publisher.review;
