/** The directory in Open Referral UK's form: feeds come in, ours goes out at /oruk, and spreadsheets take the same way. */
@NullMarked
package io.github.sprigfhir.app.directory.openreferral;

import org.jspecify.annotations.NullMarked;
