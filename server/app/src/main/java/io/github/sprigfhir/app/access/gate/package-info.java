/** The gate: checks the token of every request, notes its identity and scopes, and refuses what they do not allow. */
@NullMarked
package io.github.sprigfhir.app.access.gate;

import org.jspecify.annotations.NullMarked;
