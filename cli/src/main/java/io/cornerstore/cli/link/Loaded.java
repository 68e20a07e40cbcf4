package io.cornerstore.cli.link;

import io.cornerstore.linkage.ResidentIndex;
import java.util.List;

/**
 * What was read.
 *
 * @param inputs the files
 * @param index the records themselves
 * @param origins whose record each handle is
 * @param labels true clusters found in the files
 */
record Loaded(List<InputFile> inputs, ResidentIndex index, Origins origins, TruthLabels labels) {}
