/** What leaves a listener's machine: the taste report, its submission and its record on the topic (design section 7). May use the basemodel, fingerprint, JSON and problem packages. */
@org.jspecify.annotations.NullMarked
package io.auralis.contracts.taste;
