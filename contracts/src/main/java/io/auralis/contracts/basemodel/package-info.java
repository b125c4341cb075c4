/** The base model as data: recording profiles, evidence rules, mastering parameters, and the profile bundle that carries a released model. May use the fingerprint and JSON packages, and of the taste package its gear, hearing and dimension. */
@org.jspecify.annotations.NullMarked
package io.auralis.contracts.basemodel;
