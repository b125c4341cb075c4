/** A candidate's change and evidence in plain words, for changelogs and for the maintainer. Plain Java: may use the contracts only. */
@org.jspecify.annotations.NullMarked
package io.auralis.publisher.wording;
