/** Guards every write at storage: which types, which profile, check digits, registered forms. */
@NullMarked
package io.github.sprigfhir.app.platform.writing;

import org.jspecify.annotations.NullMarked;
