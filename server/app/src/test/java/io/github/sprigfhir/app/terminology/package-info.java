/** Tests of the terminology room, on a release that we made up. */
@NullMarked
package io.github.sprigfhir.app.terminology;

import org.jspecify.annotations.NullMarked;
