/** {@code ./sprig client} and {@code ./sprig user}: whoever may write to the database may keep the register. */
@NullMarked
package io.github.sprigfhir.app.access.command;

import org.jspecify.annotations.NullMarked;
