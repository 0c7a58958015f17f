/** Tests of the guide's builder, and of the guide and the package as they were built. */
@NullMarked
package io.github.sprigfhir.guide;

import org.jspecify.annotations.NullMarked;
