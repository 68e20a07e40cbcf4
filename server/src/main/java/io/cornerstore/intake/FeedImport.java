package io.cornerstore.intake;

import java.util.function.Consumer;

/**
 * Reads files, folders or standard input into the log. May run in several processes at once, and
 * again after it was cut off at any point: every row counts once.
 */
public interface FeedImport {

  /**
   * Imports what the request names, reference feeds first, and returns when all of it is durable. A
   * dry run reads and judges everything and writes nothing.
   *
   * @param progress called now and then by the importing thread
   * @throws MappingRefused with every mistake of every mapping, before anything is read
   * @throws IntakeException when a file cannot be read on; what was read before stays
   */
  ImportReport run(ImportRequest request, Consumer<ImportProgress> progress);
}
