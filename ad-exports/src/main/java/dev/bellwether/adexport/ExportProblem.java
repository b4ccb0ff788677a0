package dev.bellwether.adexport;

/**
 * A line that cannot be used.
 *
 * @param line where it begins, from 1
 * @param field of the API, or null where the line as a whole is at fault
 * @param reason what is wrong, with the column's name in quotation marks, and the remedy
 */
public record ExportProblem(long line, String field, String reason) {}
