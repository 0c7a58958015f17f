/** Tests of the room's own classes, without a server. */
@NullMarked
package io.github.sprigfhir.app.directory.postcodes;

import org.jspecify.annotations.NullMarked;
