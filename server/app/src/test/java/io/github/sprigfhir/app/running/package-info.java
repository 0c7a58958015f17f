/** The running server as its clients meet it: real HTTP, real PostgreSQL, nothing replaced. */
@NullMarked
package io.github.sprigfhir.app.running;

import org.jspecify.annotations.NullMarked;
