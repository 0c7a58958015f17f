/** Tests of access. */
@NullMarked
package io.github.sprigfhir.app.access;

import org.jspecify.annotations.NullMarked;
