/** Lets in whoever proves who they are, and notes for all other rooms who asks and what their token allows. */
@NullMarked
package io.github.sprigfhir.app.access;

import org.jspecify.annotations.NullMarked;
