package io.github.sprigfhir.guide;

/** What may stand inside an element: more HTML, or an attribute of the element. */
sealed interface HtmlPart permits Html, HtmlPart.Attribute {

    /** A name, which the builder chooses, and a value, which is escaped. */
    record Attribute(String name, String value) implements HtmlPart {}
}
