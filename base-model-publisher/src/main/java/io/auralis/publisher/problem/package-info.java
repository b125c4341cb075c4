/** How a refused request is answered: application/problem+json with a stable code, and nothing of the inside. May use the contracts and Quarkus REST. */
@org.jspecify.annotations.NullMarked
package io.auralis.publisher.problem;
