package io.github.sprigfhir.domain.directory.sheet;

/**
 * One thing that is wrong in a spreadsheet, in words for whoever filled it in.
 *
 * @param row as the spreadsheet counts them; the headings are row 1; 0 where the file as a whole is meant
 * @param column its heading; empty where the row or the file as a whole is meant
 * @param found what kind of thing stands there
 * @param rule what should stand there
 * @param remedy what to do
 */
public record Fault(int row, String column, Found found, String rule, String remedy) {}
