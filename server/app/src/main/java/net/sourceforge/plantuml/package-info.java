/** A stand-in for a library that HAPI needs only by mistake. */
@NullMarked
package net.sourceforge.plantuml;

import org.jspecify.annotations.NullMarked;
