package io.github.sprigfhir.app.access.gate;

import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.jwt.Jwt;

/** Says who a token is from whose signature, issuer, audience and time were found good; one for each kind of issuer. */
interface Admission extends Converter<Jwt, Admitted> {

    @Override
    Admitted convert(Jwt token);
}
