package io.cornerstore.cli.link;

import io.cornerstore.linkage.Constraints;
import io.cornerstore.linkage.LinkageModel;
import io.cornerstore.linkage.ResidentIndex;
import io.cornerstore.linkage.TwoPartitions;
import java.util.List;

/**
 * What a linking came to, for those who judge and show it.
 *
 * @param inputs the files
 * @param origins whose record each handle is
 * @param index the records themselves
 * @param model by what they were compared
 * @param constraints what people said about pairs
 * @param linked the clusters
 * @param best the number of each handle's cluster by the best guess
 * @param certain the number of its cluster by what is certain
 */
@SuppressWarnings("ArrayRecordComponent") // one number a record
record Linked(
    List<InputFile> inputs,
    Origins origins,
    ResidentIndex index,
    LinkageModel model,
    Constraints constraints,
    TwoPartitions linked,
    int[] best,
    int[] certain) {
  /** What to call a record: its file, a colon, its identifier. */
  String name(int handle) {
    return origins.source(handle) + ":" + origins.id(handle);
  }

  /** Whether both are of one kind. */
  boolean areComparable(int a, int b) {
    return inputs.get(origins.file(a)).plan().kind() == inputs.get(origins.file(b)).plan().kind();
  }
}
