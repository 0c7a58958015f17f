/** Searches on behalf of whoever asks, and conditions that a search parameter of HAPI's cannot put. */
@NullMarked
package io.github.sprigfhir.app.platform.searching;

import org.jspecify.annotations.NullMarked;
