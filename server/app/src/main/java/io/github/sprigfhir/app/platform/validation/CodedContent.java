package io.github.sprigfhir.app.platform.validation;

import io.github.sprigfhir.app.platform.validation.Shape.Coded;

/** Collects, word for word, what a coded element holds besides free text and numbers. */
final class CodedContent {

    private final RuleBooks books;
    private final StringBuilder content = new StringBuilder("=");
    private boolean named;

    CodedContent(RuleBooks books) {
        this.books = books;
    }

    /** Free text and the number of a quantity are classed by themselves. */
    boolean takes(String name, String type) {
        return !"text".equals(name) && !"decimal".equals(type);
    }

    void add(String value) {
        content.append(value.length()).append(':').append(value);
        named |= books.isNamed(value);
    }

    Coded at(String path) {
        return new Coded(path, content.toString(), named);
    }
}
