/** Connects consent to the store: who may be asked about a person, what a withdrawal does, how much a provider sees. */
@NullMarked
package io.github.sprigfhir.app.consent;

import org.jspecify.annotations.NullMarked;
