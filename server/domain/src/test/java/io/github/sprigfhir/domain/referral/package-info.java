@org.jspecify.annotations.NullMarked
package io.github.sprigfhir.domain.referral;
