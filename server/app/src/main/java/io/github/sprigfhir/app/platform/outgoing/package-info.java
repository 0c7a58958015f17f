/** Calls from this server to others, all of them guarded alike. */
@NullMarked
package io.github.sprigfhir.app.platform.outgoing;

import org.jspecify.annotations.NullMarked;
