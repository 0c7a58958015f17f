/** Tells where a postcode is, from a file in the format of the ONS Postcode Directory. */
@NullMarked
package io.github.sprigfhir.app.directory.postcodes;

import org.jspecify.annotations.NullMarked;
