package io.github.sprigfhir.app.terminology;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is done about codes.
 *
 * @param refuseUnknown whether a code of SNOMED CT that the loaded edition lacks is refused; if not, it is stored and the
 *     sender warned, which suits a server whose senders have newer editions than it
 */
@ConfigurationProperties("sprig.terminology")
record TerminologySettings(@DefaultValue("true") boolean refuseUnknown) {}
