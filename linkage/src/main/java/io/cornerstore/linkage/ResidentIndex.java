package io.cornerstore.linkage;

import io.cornerstore.linkage.blocking.BlockingRule;
import io.cornerstore.linkage.blocking.SortedBlocks;
import io.cornerstore.linkage.blocking.Workers;
import io.cornerstore.linkage.linking.PairJudge;
import io.cornerstore.linkage.scoring.PairScorer;
import io.cornerstore.linkage.store.Store;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All records of an installation, held compactly in memory, linked in batch or one by one.
 *
 * <p>One writer, many readers: {@link #put}, {@link #replace}, {@link #remove}, {@link #use} and
 * {@link #relink} belong to one writing thread at a time; everything else may be called by any
 * thread at any moment. Writes wait for readings under way, so that {@link #linkAll} and {@link
 * #train}, which take seconds, hold up the writer, not other readers.
 */
public final class ResidentIndex {
  private final Store store = new Store();
  private final KeyIndex single = new KeyIndex(store);
  private final RecordEncoder encoder = new RecordEncoder(store);
  private final Workers workers;
  private final Relinker relinker;
  private final Lock reading;
  private final Lock writing;
  private LinkageModel model = LinkageModel.prior();
  private Judges judges = newJudges();

  /*
   * Records put before anything was linked or looked up are indexed together when that is first
   * needed: a batch needs no index of single keys, which would cost more than the records.
   */
  private volatile boolean indexed;
  private volatile boolean linked;

  /* Training and linking need the same blocks: what one found waits for the other. */
  private final AtomicReference<@Nullable SortedBlocks> found = new AtomicReference<>();

  /** With two threads for what takes long. */
  public ResidentIndex() {
    this(2);
  }

  /** With so many threads for what takes long; the outcome is the same for any number. */
  public ResidentIndex(int threads) {
    this.workers = new Workers(threads);
    this.relinker = new Relinker(store.rows(), single, threads);
    ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    this.reading = lock.readLock();
    this.writing = lock.writeLock();
  }

  /** Adds a record and returns its handle: dense, from 0, freed handles are used again. */
  public int put(LinkageRecord source) {
    writing.lock();
    try {
      found.lazySet(null);
      if (linked && !indexed) {
        indexAll();
      }
      int handle = encoder.encode(source);
      if (indexed) {
        single.enter(handle, judges.writers());
      }
      return handle;
    } finally {
      writing.unlock();
    }
  }

  /**
   * Puts another version of a record in the place of the present one.
   *
   * @throws LinkageException when no record has this handle
   */
  public void replace(int handle, LinkageRecord source) {
    writing.lock();
    try {
      found.lazySet(null);
      indexAll();
      leave(handle);
      if (encoder.encode(source) != handle) {
        throw new IllegalStateException("a freed handle was not used again at once");
      }
      single.enter(handle, judges.writers());
    } finally {
      writing.unlock();
    }
  }

  /**
   * Forgets a record; its handle may be given to another.
   *
   * @throws LinkageException when no record has this handle
   */
  public void remove(int handle) {
    writing.lock();
    try {
      found.lazySet(null);
      indexAll();
      leave(handle);
    } finally {
      writing.unlock();
    }
  }

  /**
   * Makes ready for single records what is otherwise made ready at the first call that needs it:
   * {@link #relink}, {@link #search}, {@link #replace}, {@link #remove}, {@link #explain}.
   */
  public void prepare() {
    if (!indexed) {
      writing.lock();
      try {
        indexAll();
      } finally {
        writing.unlock();
      }
    }
  }

  private void indexAll() {
    if (!indexed) {
      single.addAll(store.rows().liveHandles());
      indexed = true;
      found.lazySet(null);
    }
  }

  private void leave(int handle) {
    requireLive(handle);
    single.leave(handle, judges.writers());
    store.drop(handle);
    judges.forget();
  }

  /** Number of records. */
  public int size() {
    reading.lock();
    try {
      return store.rows().size();
    } finally {
      reading.unlock();
    }
  }

  /** The model in use, at first {@link LinkageModel#prior()}. */
  public LinkageModel model() {
    reading.lock();
    try {
      return model;
    } finally {
      reading.unlock();
    }
  }

  /** Uses another model from now on. */
  public void use(LinkageModel next) {
    writing.lock();
    try {
      model = next;
      judges = newJudges();
    } finally {
      writing.unlock();
    }
  }

  /** Trains a model on the records held and what people said; does not use it yet. */
  public LinkageModel train(TrainingOptions options) {
    reading.lock();
    try {
      SortedBlocks blocks = takeBlocks();
      LinkageModel learned = batch().train(blocks, options);
      found.set(blocks);
      return learned;
    } finally {
      reading.unlock();
    }
  }

  /**
   * The same model with the frequencies of the names and words held here, for a model that comes
   * from elsewhere and has none.
   *
   * @param roles for which of {@link TermFrequencies#role()}; others keep what the model has
   */
  public LinkageModel withFrequencies(LinkageModel other, Set<String> roles) {
    reading.lock();
    try {
      return batch().withFrequencies(other, roles);
    } finally {
      reading.unlock();
    }
  }

  /** Links all records. */
  public Partition linkAll(Constraints constraints) {
    reading.lock();
    try {
      linked = true;
      single.stale().clear();
      return batch().linkAll(this::takeBlocks, constraints);
    } finally {
      reading.unlock();
    }
  }

  /**
   * Links all records twice, comparing them once: what may be merged without a person, and the best
   * guess there is. Each is found by itself, so that once in a great while the best guess parts
   * what the other holds certain.
   */
  public TwoPartitions linkAllTwice(Constraints constraints) {
    reading.lock();
    try {
      linked = true;
      single.stale().clear();
      return batch().linkAllTwice(this::takeBlocks, constraints);
    } finally {
      reading.unlock();
    }
  }

  /**
   * Links what changed: the partition of every component that touches the changed records.
   *
   * <p>Records whose evidence changed because others came or went (a phone now shared by many, a
   * block now too large) are linked anew as well, and are in the answer. After a replace or remove,
   * pass the other members of the former cluster: the record that held them together may no longer
   * do so. Records put before anything was ever linked count as linked elsewhere: pass those that
   * are not. Handles of removed records are ignored. Many records are linked on all threads: a
   * stream of them is best linked some hundred at a time.
   */
  public Partition relink(int[] changed, Constraints constraints) {
    prepare();
    reading.lock();
    try {
      Judges own = constraints.isBetweenSources() ? new Judges(() -> newJudge(true)) : judges;
      return relinker.relink(changed, constraints, own);
    } finally {
      reading.unlock();
    }
  }

  /** Finds records; the best first, at most {@code limit}. */
  public List<Hit> search(SearchQuery query, int limit) {
    if (limit < 1) {
      throw new LinkageException("A search needs a limit of one or more.");
    }
    prepare();
    reading.lock();
    try {
      return QueryReader.search(single.names(), query, limit);
    } finally {
      reading.unlock();
    }
  }

  /**
   * Who is this? The records that a record which is not held is most likely the same as, the
   * likeliest first; compared as {@link #relink} would, and nothing is kept of it.
   *
   * @param limit at most so many, one or more
   */
  public List<Candidate> candidates(LinkageRecord source, int limit) {
    if (limit < 1) {
      throw new LinkageException("A search needs a limit of one or more.");
    }
    writing.lock();
    try {
      indexAll();
      int handle = encoder.encode(source);
      try {
        return CandidateFinder.find(judges.writers(), single.neighbors(), handle, limit);
      } finally {
        store.drop(handle);
        judges.forget();
      }
    } finally {
      writing.unlock();
    }
  }

  /**
   * Explains the evidence for and against two records being the same.
   *
   * @throws LinkageException when a handle is unknown or the kinds differ
   */
  public Explanation explain(int a, int b) {
    prepare();
    reading.lock();
    try {
      requireLive(a);
      requireLive(b);
      PairJudge judge = newJudge(false);
      if (a == b || !judge.isComparable(a, b)) {
        throw new LinkageException("Records " + a + " and " + b + " cannot be compared.");
      }
      return Explainer.explain(judge, Math.min(a, b), Math.max(a, b));
    } finally {
      reading.unlock();
    }
  }

  /**
   * Looks at all pairs that blocking proposes, for reports and explanations.
   *
   * @param constraints under which the records were linked
   */
  public Inspection inspect(Constraints constraints) {
    reading.lock();
    try {
      return new Inspection(store, workers, model, constraints);
    } finally {
      reading.unlock();
    }
  }

  /** Names of the blocking rules, in the order of their numbers. */
  public static List<String> blockingRules() {
    return IntStream.range(0, BlockingRule.count())
        .mapToObj(number -> BlockingRule.numbered(number).label())
        .toList();
  }

  /** Tells from now on how far long work is. */
  public void report(LinkageProgress progress) {
    workers.report(progress::at);
  }

  /** The households of all persons held. */
  public Homes homes() {
    reading.lock();
    try {
      return new HomeFinder(store).find();
    } finally {
      reading.unlock();
    }
  }

  private Judges newJudges() {
    return new Judges(() -> newJudge(false));
  }

  private PairJudge newJudge(boolean betweenSources) {
    PairScorer scorer =
        new PairScorer(store, model.persons(), model.organizations(), model.frequencies());
    return new PairJudge(
        scorer, single.blocks(), model.linkBits(), model.reviewBits(), betweenSources);
  }

  private BatchLinker batch() {
    return new BatchLinker(store, workers, model);
  }

  private SortedBlocks takeBlocks() {
    SortedBlocks ready = found.getAndSet(null);
    return ready != null ? ready : batch().block();
  }

  private void requireLive(int handle) {
    if (!store.rows().isLive(handle)) {
      throw new LinkageException("There is no record " + handle + ". Maybe it was removed.");
    }
  }
}
