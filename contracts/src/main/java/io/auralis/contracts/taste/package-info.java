/** What leaves a listener's machine: the taste report, its submission and its record on the topic (design section 7). May use the basemodel, fingerprint and JSON packages. */
@org.jspecify.annotations.NullMarked
package io.auralis.contracts.taste;
