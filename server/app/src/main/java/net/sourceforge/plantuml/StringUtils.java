package net.sourceforge.plantuml;

import org.jspecify.annotations.Nullable;

/**
 * Stands in for the one method of PlantUML (17 MB) that HAPI 8.8.0 calls, by a mistaken import in its class
 * ParsedFhirPath, without which no FHIRPath Patch with a function in its path works.
 */
public final class StringUtils {

    private StringUtils() {}

    public static boolean isNotEmpty(@Nullable CharSequence text) {
        return text != null && !text.isEmpty();
    }
}
