package io.github.sprigfhir.tables;

import au.csiro.pathling.library.PathlingContext;
import au.csiro.pathling.library.io.source.QueryableDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * Makes every table of the FHIR package out of the files of an export.
 *
 * <p>{@code Tables EXPORT VIEWS TO parquet|csv}: the folder with the files of the export ({@code Patient.ndjson},
 * {@code Observation.0001.ndjson}; whatever address Spark can read), the package's folder {@code other}, and the folder
 * that gets one folder for each table. Where it runs, Spark is told as ever, by {@code spark-submit} or by
 * {@code -Dspark.master=local[*]}. A table of which the export has no resources is not made, and that is said.
 */
public final class Tables {

    /** CSV as RFC 4180 has it, and as the server writes it. */
    private static final Map<String, String> CSV =
            Map.of("header", "true", "quote", "\"", "escape", "\"", "nullValue", "", "emptyValue", "");

    private static final Set<String> FORMATS = Set.of("parquet", "csv");
    private static final int WRONGLY_CALLED = 2;

    private final SparkSession spark;
    private final String to;
    private final String format;
    private final Set<String> made = new HashSet<>();

    private Tables(SparkSession spark, String to, String format) {
        this.spark = spark;
        this.to = to;
        this.format = format;
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 4 || !FORMATS.contains(arguments[3])) {
            System.err.println("Usage: Tables EXPORT VIEWS TO parquet|csv");
            System.exit(WRONGLY_CALLED);
        }
        try (var spark = SparkSession.builder().appName("Sprig tables").getOrCreate()) {
            var export = PathlingContext.create(spark).read().ndjson(arguments[0]);
            new Tables(spark, arguments[2], arguments[3]).make(export, Path.of(arguments[1]));
        }
    }

    private void make(QueryableDataSource export, Path views) throws IOException {
        for (var view : Published.all(views, "ViewDefinition")) {
            if (export.getResourceTypes().contains(view.resource())) {
                keep(view.name(), export.view(view.resource()).json(view.json()).execute());
            } else {
                System.out.printf("%s: the export has no %s%n", view.name(), view.resource());
            }
        }
        for (var query : Published.all(views, "Library")) {
            if (made.containsAll(query.reads())) {
                keep(query.name(), spark.sql(query.sql()));
            } else {
                System.out.printf("%s: needs %s%n", query.name(), String.join(" and ", query.reads()));
            }
        }
    }

    /** Writes a table, which SQL then reads by its name. */
    private void keep(String name, Dataset<Row> rows) {
        rows.createOrReplaceTempView(name);
        rows.write().mode(SaveMode.ErrorIfExists).options(CSV).format(format).save(to + "/" + name);
        made.add(name);
        System.out.println(name);
    }
}
