package io.github.sprigfhir.app.directory.postcodes;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where postcodes come from.
 *
 * @param file a CSV file in the format of the ONS Postcode Directory, read again when it has changed; where it is empty,
 *     only the few made-up postcodes of the examples are known
 */
@ConfigurationProperties("sprig.directory.postcodes")
// Not a Path: Spring would look for it on the class path first.
record PostcodeSettings(@DefaultValue("") String file) {}
