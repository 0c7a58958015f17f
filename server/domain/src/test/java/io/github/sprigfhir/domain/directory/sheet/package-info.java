@NullMarked
package io.github.sprigfhir.domain.directory.sheet;

import org.jspecify.annotations.NullMarked;
