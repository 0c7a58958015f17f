package io.github.sprigfhir.planted.plain;

import com.tngtech.archunit.core.domain.JavaClasses;

/** Planted: leans on a library. */
record Framed(JavaClasses classes) {}
