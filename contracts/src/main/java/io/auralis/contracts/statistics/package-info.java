/** What the community's statistics say to everybody. May use the base model's and the report's types and the JSON package. */
@org.jspecify.annotations.NullMarked
package io.auralis.contracts.statistics;
