package io.github.sprigfhir.guide;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables that research is given: by views of resources, and by SQL over these. */
record Tables(List<View> views, List<Query> queries) {

    static Tables load(Path folder) throws IOException {
        return new Tables(View.load(folder), Query.load(folder));
    }

    /** The JSON of each, under the name of its file. */
    Map<String, String> files() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        views.forEach(view -> files.put(view.file(), view.json()));
        for (Query query : queries) {
            files.put(query.file(), query.json());
        }
        return files;
    }
}
