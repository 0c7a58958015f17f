/** Asks the table of permissions before anything is written: who, to what, in whose name, and with which references. */
@NullMarked
package io.github.sprigfhir.app.access.writing;

import org.jspecify.annotations.NullMarked;
