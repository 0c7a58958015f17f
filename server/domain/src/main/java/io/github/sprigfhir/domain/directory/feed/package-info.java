/** What becomes of a directory feed in Open Referral UK's form, and of a spreadsheet of services: decided without reading either. */
@NullMarked
package io.github.sprigfhir.domain.directory.feed;

import org.jspecify.annotations.NullMarked;
