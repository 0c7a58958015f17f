package io.github.sprigfhir.app.platform.http;

import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.ServerRule;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * Reads an XML body once before HAPI does, and refuses what FHIR never needs: a document type, and with it every entity
 * of the sender's own, XML that nests without end, numbers of absurd size. No entity is ever fetched or expanded.
 */
final class XmlCheck {

    private static final Pattern ABSURD_NUMBER = Pattern.compile("[-+]?[\\d.]{1,60}[eE][-+]?\\d{4,}");

    private final int deepest;
    private final XMLInputFactory readers;

    XmlCheck(int deepest) {
        this.deepest = deepest;
        readers = XMLInputFactory.newFactory();
        readers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        readers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    void check(byte[] bytes) throws RequestRefused {
        try {
            var reader = readers.createXMLStreamReader(new ByteArrayInputStream(bytes));
            try {
                // XML 1.1 may hold control characters, which FHIR does not allow.
                if ("1.1".equals(reader.getVersion())) {
                    throw refused(
                            IssueType.STRUCTURE, ServerRule.BAD_REQUEST, "The body is XML 1.1.", "Send it as XML 1.0.");
                }
                check(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException malformed) {
            var at = malformed.getLocation();
            throw refused(
                    IssueType.STRUCTURE,
                    ServerRule.BAD_REQUEST,
                    "The body is not XML that this server reads (line %d, column %d)."
                            .formatted(at == null ? 0 : at.getLineNumber(), at == null ? 0 : at.getColumnNumber()),
                    "Correct the XML; entities other than XML's own five are not read.");
        }
    }

    private void check(XMLStreamReader reader) throws XMLStreamException, RequestRefused {
        var depth = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw refused(
                            IssueType.STRUCTURE,
                            ServerRule.BAD_REQUEST,
                            "The body has a document type or an entity of its own.",
                            "Send FHIR's XML alone.");
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    if (depth > deepest) {
                        throw refused(
                                IssueType.TOOLONG,
                                ServerRule.LIMIT,
                                "The body nests deeper than %d levels, the limit.".formatted(deepest),
                                "Correct the software that writes it.");
                    }
                    checkNumbers(reader);
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
    }

    private static void checkNumbers(XMLStreamReader reader) throws RequestRefused {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals("value")
                    && ABSURD_NUMBER.matcher(reader.getAttributeValue(i)).matches()) {
                throw BodyReader.absurdNumber();
            }
        }
    }

    private static RequestRefused refused(IssueType type, ServerRule rule, String text, String remedy) {
        return new RequestRefused(
                HttpServletResponse.SC_BAD_REQUEST, new Problem(IssueSeverity.ERROR, type, rule, "", text, remedy));
    }
}
