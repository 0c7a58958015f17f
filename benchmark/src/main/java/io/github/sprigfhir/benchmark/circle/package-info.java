/** Works out from what is on record who may see what of it, by the guide's pages and not by the server's labels. */
@NullMarked
package io.github.sprigfhir.benchmark.circle;

import org.jspecify.annotations.NullMarked;
