package io.cornerstore.identity.resident;

import io.cornerstore.identity.CustomerKind;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.linkage.Explanation;
import io.cornerstore.linkage.Hit;
import io.cornerstore.linkage.Kind;
import io.cornerstore.linkage.LinkageException;
import io.cornerstore.linkage.LinkageRecord;
import io.cornerstore.linkage.ResidentIndex;
import io.cornerstore.linkage.SearchQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Every subject in memory: the resident index and whose record each of its handles is. One writer
 * at a time (the resolver, or the follower of another process' resolver), any number of readers.
 */
public final class ResidentSubjects {

  private volatile Held held = Held.empty();
  private volatile boolean complete;
  private volatile long revision;
  private volatile long model;
  private volatile boolean outdated;

  /* Index and handles change together: a reader takes both at once. */
  private record Held(ResidentIndex index, SubjectHandles handles, EmailStarts emails) {
    static Held empty() {
      return new Held(new ResidentIndex(), new SubjectHandles(), new EmailStarts());
    }
  }

  /** A subject found, and how well it fits: 0 to 1. */
  public record SubjectHit(SubjectId subject, double score) {}

  /** The index itself, for the writer. */
  public ResidentIndex index() {
    return held.index;
  }

  /** How many subjects are held. */
  public int size() {
    return held.index.size();
  }

  /** Whether all subjects are here: search and explanation can answer. */
  public boolean isComplete() {
    return complete;
  }

  /** Up to which revision of the stored subjects this is. */
  public long revision() {
    return revision;
  }

  /** Number of the model in use, 0 for the one that needs no training. */
  public long model() {
    return model;
  }

  /** The writer has brought everything to this revision. */
  public void completeAt(long number) {
    revision = number;
    complete = true;
  }

  /** The writer has put this model to use in the index. */
  public void usingModel(long number) {
    model = number;
    outdated = false;
  }

  /** The model stored under this number cannot be read any more: the index keeps its own. */
  public void usingOutdated(long number) {
    model = number;
    outdated = true;
  }

  /** Whether the model in use stands in for a stored one that cannot be read any more. */
  public boolean isOutdated() {
    return outdated;
  }

  /** Forgets everything: memory may be ahead of what was committed. */
  public void clear() {
    complete = false;
    revision = 0;
    model = 0;
    outdated = false;
    held = Held.empty();
  }

  /** Adds or replaces the record of a subject and returns its handle. */
  public int put(SubjectId subject, boolean thirdParty, LinkageRecord linkageRecord) {
    SubjectHandles handles = held.handles;
    int handle = handles.handleOf(subject);
    if (handle < 0) {
      handle = held.index.put(linkageRecord);
    } else {
      held.index.replace(handle, linkageRecord);
    }
    handles.set(handle, subject, thirdParty, linkageRecord.kind() == Kind.ORGANIZATION);
    for (String email : linkageRecord.emails()) {
      held.emails.add(handle, email);
    }
    return handle;
  }

  /** Forgets a subject; nothing happens when it is not held. */
  public void remove(SubjectId subject) {
    int handle = held.handles.handleOf(subject);
    if (handle >= 0) {
      held.handles.remove(handle);
      held.emails.remove(handle);
      held.index.remove(handle);
    }
  }

  /** The handle of the subject, or -1. */
  public int handleOf(SubjectId subject) {
    return held.handles.handleOf(subject);
  }

  /** The handles of those subjects that are held. */
  public int[] handlesOf(Collection<SubjectId> subjects) {
    return subjects.stream().mapToInt(this::handleOf).filter(handle -> handle >= 0).toArray();
  }

  /** The subject under a handle known to be in use. */
  public SubjectId subjectOf(int handle) {
    SubjectId subject = held.handles.subjectOf(handle);
    if (subject == null) {
      throw new IllegalStateException("no subject under handle " + handle);
    }
    return subject;
  }

  /** Whether all that is known of the subject was bought in or handed over by others. */
  public boolean isThirdParty(int handle) {
    return held.handles.isThirdParty(handle);
  }

  /** What the subject is. */
  public CustomerKind kindOf(int handle) {
    return held.handles.isOrganization(handle) ? CustomerKind.ORGANIZATION : CustomerKind.PERSON;
  }

  /** One more than the greatest handle that may be in use. */
  public int capacity() {
    return held.handles.capacity();
  }

  /** Subjects that fit the query, best first. */
  public List<SubjectHit> search(SearchQuery query, int limit) {
    Held now = held;
    List<SubjectHit> hits = new ArrayList<>();
    for (Hit hit : now.index.search(query, limit)) {
      SubjectId subject = now.handles.subjectOf(hit.handle());
      if (subject != null) {
        hits.add(new SubjectHit(subject, hit.score()));
      }
    }
    return hits;
  }

  /** Subjects with an e-mail address that begins so, in no particular order. */
  public List<SubjectId> findByEmailStart(String beginning, int limit) {
    Held now = held;
    List<SubjectId> found = new ArrayList<>();
    now.emails.find(beginning, limit).stream()
        .mapToObj(now.handles::subjectOf)
        .filter(Objects::nonNull)
        .forEach(found::add);
    return found;
  }

  /** What speaks for and against two subjects being the same, when both can be compared. */
  public Optional<Explanation> explain(SubjectId a, SubjectId b) {
    Held now = held;
    int first = now.handles.handleOf(a);
    int second = now.handles.handleOf(b);
    if (first < 0
        || second < 0
        || first == second
        || now.handles.isOrganization(first) != now.handles.isOrganization(second)) {
      return Optional.empty();
    }
    try {
      return Optional.of(now.index.explain(first, second));
    } catch (LinkageException _) {
      return Optional.empty(); // removed in this moment
    }
  }
}
