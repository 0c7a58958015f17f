/** Tests that the compiled profiles say what they should, and that each of their rules bites. */
@NullMarked
package io.github.sprigfhir.profiles;

import org.jspecify.annotations.NullMarked;
