/** The publisher: review, release and signed repository of base models, one package per feature. May use the contracts only. */
@org.jspecify.annotations.NullMarked
package io.auralis.publisher;
