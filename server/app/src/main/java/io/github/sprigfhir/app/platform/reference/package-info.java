/** Tells which resource of this server a reference means, whichever way it was written. */
@NullMarked
package io.github.sprigfhir.app.platform.reference;

import org.jspecify.annotations.NullMarked;
