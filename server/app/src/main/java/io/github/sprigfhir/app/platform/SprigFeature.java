package io.github.sprigfhir.app.platform;

/** Marks a bean that joins the FHIR server: an interceptor (annotated so) or a provider of operations. */
public interface SprigFeature {}
