package io.github.sprigfhir.app.platform.changes;

import java.util.List;
import org.hl7.fhir.r4.model.Resource;

/**
 * Tables of ours that are written along with the records. Where they are new, as after an upgrade or a restore without
 * them, they are made of what is on record, once, at the start, in the order of
 * {@link org.springframework.core.annotation.Order}.
 */
public interface MadeOfRecords {

    /** By which it is remembered that they have been made; under another name they are made again. */
    String made();

    /** What they are made of: all of one type before the next. */
    List<Class<? extends Resource>> types();

    /** Notes a record as it stands; what has been noted while it was written is better known, and stays. */
    void make(Resource record);

    /** What is made of all that was noted. */
    default void finish() {}
}
