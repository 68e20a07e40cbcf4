package io.cornerstore.intake;

/**
 * How far an import is.
 *
 * @param feed name of the feed being read
 * @param file name of the file being read
 * @param bytesRead of all files, as stored
 * @param bytesTotal of all files, as stored; 0 when unknown (a stream)
 * @param rows read so far, of all files
 * @param durable rows of all files that are decided: written, known already or in quarantine
 */
public record ImportProgress(
    String feed, String file, long bytesRead, long bytesTotal, long rows, long durable) {}
