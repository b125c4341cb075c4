/** The releases as rows of the publisher's own schema: which base models exist, in which state, made of what. May use the contracts and Hibernate ORM. */
@org.jspecify.annotations.NullMarked
package io.auralis.publisher.catalog;
