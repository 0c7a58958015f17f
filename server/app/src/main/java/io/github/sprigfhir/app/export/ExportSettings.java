package io.github.sprigfhir.app.export;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How exports are handled.
 *
 * @param kept how long the files of an export may be fetched once it is finished; they end earlier with their release
 * @param atOnce how many exports of one project, or of the records, may be under way
 */
@ConfigurationProperties("sprig.export")
record ExportSettings(
        @DefaultValue("24h") Duration kept,
        @DefaultValue("2") int atOnce) {}
