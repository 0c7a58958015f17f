/** The register of clients and users, in PostgreSQL: who they are here, and how they prove it. */
@NullMarked
package io.github.sprigfhir.app.access.register;

import org.jspecify.annotations.NullMarked;
