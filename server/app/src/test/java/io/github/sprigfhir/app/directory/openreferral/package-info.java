/** Holds the directory in Open Referral UK's form to its rules. */
@NullMarked
package io.github.sprigfhir.app.directory.openreferral;

import org.jspecify.annotations.NullMarked;
