/** Searches by pages: each link holds its search and runs again, nothing is kept between two pages. */
@NullMarked
package io.github.sprigfhir.app.platform.paging;

import org.jspecify.annotations.NullMarked;
