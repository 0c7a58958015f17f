/** Tests of the directory's rules. */
@NullMarked
package io.github.sprigfhir.domain.directory;

import org.jspecify.annotations.NullMarked;
