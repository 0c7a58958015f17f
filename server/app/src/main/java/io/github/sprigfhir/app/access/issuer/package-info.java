/** The embedded issuer: gives tokens to registered clients and to users who sign in (OAuth 2, OpenID Connect, SMART). */
@NullMarked
package io.github.sprigfhir.app.access.issuer;

import org.jspecify.annotations.NullMarked;
