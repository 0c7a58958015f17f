/** Tests of what a provider sees and may change, without a server. */
@NullMarked
package io.github.sprigfhir.app.consent;

import org.jspecify.annotations.NullMarked;
