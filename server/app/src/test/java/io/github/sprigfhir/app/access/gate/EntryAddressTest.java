package io.github.sprigfhir.app.access.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryAddressTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Patient, Patient, false, false, ''",
                "/Patient, Patient, false, false, ''",
                "Patient/1, Patient, true, false, ''",
                "Patient/1/_history, Patient, true, false, ''",
                "Patient/1/_history/2, Patient, true, false, ''",
                "Patient/_history, Patient, false, false, ''",
                "Patient/_search, Patient, false, true, ''",
                "Patient?name=x, Patient, false, false, ''",
                "Patient/1/Observation, Observation, false, false, ''",
                "Patient/1/Observation?code=x, Observation, false, false, ''",
                "Task/1/$return, Task, true, false, $return",
                "'', *, false, false, ''",
                "?_type=Patient, *, false, false, ''",
                "_history, *, false, false, ''",
                "$meta, *, false, false, $meta",
                "metadata, *, false, false, ''",
                "http://elsewhere.example/Patient, *, true, false, ''",
            })
    void anAddressSaysWhatItIsAbout(String url, String type, boolean isOne, boolean isSearch, String operation) {
        var address = EntryAddress.read(url);
        assertThat(address.type()).isEqualTo(type);
        assertThat(address.isOne()).isEqualTo(isOne);
        assertThat(address.isSearch()).isEqualTo(isSearch);
        assertThat(address.operation()).isEqualTo(operation);
    }
}
