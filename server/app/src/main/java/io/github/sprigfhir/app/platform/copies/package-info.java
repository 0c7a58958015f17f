/** Copies of records, which nobody judges and nothing follows: what they are made of was judged. */
@NullMarked
package io.github.sprigfhir.app.platform.copies;

import org.jspecify.annotations.NullMarked;
