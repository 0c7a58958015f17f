/** The rules that keep the house in order, for the domain's own tests and, as a test jar, for the server's. */
@NullMarked
package io.github.sprigfhir.house;

import org.jspecify.annotations.NullMarked;
