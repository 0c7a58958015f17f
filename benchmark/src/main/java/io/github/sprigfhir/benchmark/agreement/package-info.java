/** Whether what a server has on record of handovers, referrals and those who moved them agrees with itself. */
@NullMarked
package io.github.sprigfhir.benchmark.agreement;

import org.jspecify.annotations.NullMarked;
