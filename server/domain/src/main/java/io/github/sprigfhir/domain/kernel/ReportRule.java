package io.github.sprigfhir.domain.kernel;

/** What a report must be asked for. */
public enum ReportRule implements Rule {
    PERIOD("report-period");

    private final String key;

    ReportRule(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
