package io.github.sprigfhir.journey;

/** The parties who make the calls, each with the demo client that its system is. */
enum Who {
    SCHEME_OFFICE("Scheme office", "demo-admin", "system/*.cruds"),
    GP_PRACTICE("GP practice", "demo-gp", "system/*.cruds"),
    LINK_WORKER("Link worker", "demo-link-worker", "system/*.cruds"),
    WALKING_GROUP("Walking group", "demo-provider", "system/*.cruds"),
    CHOIR("Choir", "demo-provider", "system/*.cruds"),
    COMMISSIONER("Commissioner", "demo-commissioner", "system/*.rs"),
    RESEARCHER("Researcher", "demo-researcher", "system/*.rs");

    private final String words;
    private final String client;
    private final String scope;

    Who(String words, String client, String scope) {
        this.words = words;
        this.client = client;
        this.scope = scope;
    }

    String words() {
        return words;
    }

    /** The id of the demo client. */
    String client() {
        return client;
    }

    /** What its tokens are asked for. */
    String scope() {
        return scope;
    }
}
