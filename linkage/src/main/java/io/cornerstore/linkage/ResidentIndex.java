package io.cornerstore.linkage;

import java.util.List;

/**
 * All records of an installation, held compactly in memory, linked in batch or one by one.
 *
 * <p>One writer, many readers: {@link #put}, {@link #replace}, {@link #remove}, {@link #use} and
 * {@link #relink} belong to one writing thread at a time; everything else may be called by any
 * thread at any moment.
 */
public final class ResidentIndex {
  private LinkageModel model = LinkageModel.prior();

  /** Adds a record and returns its handle: dense, from 0, freed handles are used again. */
  public int put(LinkageRecord source) {
    return this.<Integer>unready();
  }

  /** Puts another version of a record in the place of the present one. */
  public void replace(int handle, LinkageRecord source) {
    unready();
  }

  /** Forgets a record; its handle may be given to another. */
  public void remove(int handle) {
    unready();
  }

  /** Number of records. */
  public int size() {
    return 0;
  }

  /** The model in use, at first {@link LinkageModel#prior()}. */
  public LinkageModel model() {
    return model;
  }

  /** Uses another model from now on. */
  public void use(LinkageModel next) {
    model = next;
  }

  /** Trains a model on the records held, without labels; does not use it yet. */
  public LinkageModel train(TrainingOptions options) {
    return unready();
  }

  /** Links all records. */
  public Partition linkAll(Constraints constraints) {
    return unready();
  }

  /**
   * Links what changed: the partition of every component that touches the changed records.
   *
   * <p>After a replace or remove, pass the other members of the former cluster as well: the record
   * that held them together may no longer do so. Handles of removed records are ignored.
   */
  public Partition relink(int[] changed, Constraints constraints) {
    return unready();
  }

  /** Finds records; the best first, at most {@code limit}. */
  public List<Hit> search(SearchQuery query, int limit) {
    return unready();
  }

  /** Explains the evidence for and against two records being the same. */
  public Explanation explain(int a, int b) {
    return unready();
  }

  /** The households of all persons held: those who share an address, or one and a phone. */
  public Homes homes() {
    return unready();
  }

  /** The records that share a home with this one, itself included, ascending. */
  public int[] homeOf(int handle) {
    return unready();
  }

  @SuppressWarnings("TypeParameterUnusedInFormals") // gone with the first working stage
  private <T> T unready() {
    if (size() >= 0) {
      throw new UnsupportedOperationException();
    }
    throw new IllegalStateException();
  }
}
