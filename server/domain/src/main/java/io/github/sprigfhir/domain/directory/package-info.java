/** What is near, open, and fit for a person: how services are matched to what somebody looks for, with the reasons. */
@NullMarked
package io.github.sprigfhir.domain.directory;

import org.jspecify.annotations.NullMarked;
