/** Holds the record to what it promises, on a PostgreSQL of its own. */
@NullMarked
package io.github.sprigfhir.app.audit;

import org.jspecify.annotations.NullMarked;
