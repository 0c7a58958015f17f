/** Tests of the kernel: worked examples of each rule, and the laws they obey. */
@NullMarked
package io.github.sprigfhir.domain.kernel;

import org.jspecify.annotations.NullMarked;
