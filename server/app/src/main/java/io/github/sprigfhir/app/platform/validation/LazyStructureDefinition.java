package io.github.sprigfhir.app.platform.validation;

import io.github.sprigfhir.app.platform.validation.CoreArchive.Entry;
import java.util.function.Function;
import org.hl7.fhir.r5.model.StructureDefinition;

/** A data type or resource type known by name, whose elements are read when they are first wanted. */
final class LazyStructureDefinition extends StructureDefinition {

    private static final long serialVersionUID = 1L;

    private final transient Function<String, StructureDefinition> reader;

    LazyStructureDefinition(Entry entry, Function<String, StructureDefinition> reader) {
        this.reader = reader;
        setUrl(entry.url());
        setName(entry.name());
        setType(entry.type());
        setKind(StructureDefinitionKind.fromCode(entry.kind()));
        setAbstract(entry.isAbstract());
        if (!entry.base().isEmpty()) {
            setBaseDefinition(entry.base());
            setDerivation(TypeDerivationRule.SPECIALIZATION);
        }
    }

    @Override
    public boolean hasSnapshot() {
        return true;
    }

    @Override
    public StructureDefinitionSnapshotComponent getSnapshot() {
        return reader.apply(getUrl()).getSnapshot();
    }
}
