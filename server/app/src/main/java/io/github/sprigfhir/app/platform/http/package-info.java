/** Guards the door before FHIR begins: sizes, encodings, and errors of the web server itself. */
@NullMarked
package io.github.sprigfhir.app.platform.http;

import org.jspecify.annotations.NullMarked;
