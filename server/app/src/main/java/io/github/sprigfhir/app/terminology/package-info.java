/** Loads editions of code systems that the operator supplies, and answers what is asked of them. */
@NullMarked
package io.github.sprigfhir.app.terminology;

import org.jspecify.annotations.NullMarked;
