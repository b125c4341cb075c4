/** Where another process's time goes, by flight recorder and proc(5). May use the process package. */
@org.jspecify.annotations.NullMarked
package io.auralis.benchmarks.profile;
