/** The service that admits taste reports and writes them to Kafka. Each feature has its package: admission, broker, intake, issuance, keys, redemption, problem, openapi. */
@org.jspecify.annotations.NullMarked
package io.auralis.ingest;
