/** What a database transaction has changed, for those who must follow it before it is committed. */
@NullMarked
package io.github.sprigfhir.app.platform.changes;

import org.jspecify.annotations.NullMarked;
