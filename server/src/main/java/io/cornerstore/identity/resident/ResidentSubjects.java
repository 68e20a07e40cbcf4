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
import java.util.Comparator;
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

  /* Index and handles change together: a reader takes all at once. What staff stated is beside what
   * is linked: it is found like the rest, and never compared. */
  private record Held(Part linked, Part stated) {
    static Held empty() {
      return new Held(Part.empty(), Part.empty());
    }
  }

  private record Part(ResidentIndex index, SubjectHandles handles, EmailStarts emails) {
    static Part empty() {
      return new Part(new ResidentIndex(), new SubjectHandles(), new EmailStarts());
    }

    int put(SubjectId subject, boolean thirdParty, LinkageRecord linkageRecord) {
      int handle = handles.handleOf(subject);
      if (handle < 0) {
        handle = index.put(linkageRecord);
      } else {
        index.replace(handle, linkageRecord);
      }
      handles.set(handle, subject, thirdParty, linkageRecord.kind() == Kind.ORGANIZATION);
      for (String email : linkageRecord.emails()) {
        emails.add(handle, email);
      }
      return handle;
    }

    void remove(SubjectId subject) {
      int handle = handles.handleOf(subject);
      if (handle >= 0) {
        handles.remove(handle);
        emails.remove(handle);
        index.remove(handle);
      }
    }

    void search(SearchQuery query, int limit, List<SubjectHit> hits) {
      for (Hit hit : index.search(query, limit)) {
        SubjectId subject = handles.subjectOf(hit.handle());
        if (subject != null) {
          hits.add(new SubjectHit(subject, hit.score()));
        }
      }
    }

    void findByEmailStart(String beginning, int limit, List<SubjectId> found) {
      emails.find(beginning, limit).stream()
          .mapToObj(handles::subjectOf)
          .filter(Objects::nonNull)
          .forEach(found::add);
    }
  }

  /** A subject found, and how well it fits: 0 to 1. */
  public record SubjectHit(SubjectId subject, double score) {}

  /** The index itself, for the writer. */
  public ResidentIndex index() {
    return held.linked.index;
  }

  /** How many subjects are held. */
  public int size() {
    return held.linked.index.size();
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
    return held.linked.put(subject, thirdParty, linkageRecord);
  }

  /** Adds or replaces what staff stated: it is found by a search, and has no handle. */
  public void putStated(SubjectId subject, LinkageRecord linkageRecord) {
    held.stated.put(subject, false, linkageRecord);
  }

  /** Whether the subject is held, linked or stated. */
  public boolean holds(SubjectId subject) {
    return handleOf(subject) >= 0 || held.stated.handles.handleOf(subject) >= 0;
  }

  /** Forgets a subject; nothing happens when it is not held. */
  public void remove(SubjectId subject) {
    held.linked.remove(subject);
    held.stated.remove(subject);
  }

  /** The handle of the subject, or -1. */
  public int handleOf(SubjectId subject) {
    return held.linked.handles.handleOf(subject);
  }

  /** The handles of those subjects that are held. */
  public int[] handlesOf(Collection<SubjectId> subjects) {
    return subjects.stream().mapToInt(this::handleOf).filter(handle -> handle >= 0).toArray();
  }

  /** The subject under a handle known to be in use. */
  public SubjectId subjectOf(int handle) {
    SubjectId subject = held.linked.handles.subjectOf(handle);
    if (subject == null) {
      throw new IllegalStateException("no subject under handle " + handle);
    }
    return subject;
  }

  /** Whether all that is known of the subject was bought in or handed over by others. */
  public boolean isThirdParty(int handle) {
    return held.linked.handles.isThirdParty(handle);
  }

  /** What the subject is. */
  public CustomerKind kindOf(int handle) {
    return held.linked.handles.isOrganization(handle)
        ? CustomerKind.ORGANIZATION
        : CustomerKind.PERSON;
  }

  /** One more than the greatest handle that may be in use. */
  public int capacity() {
    return held.linked.handles.capacity();
  }

  /** Subjects that fit the query, best first. */
  public List<SubjectHit> search(SearchQuery query, int limit) {
    Held now = held;
    List<SubjectHit> hits = new ArrayList<>();
    now.linked.search(query, limit, hits);
    int linked = hits.size();
    if (now.stated.index.size() > 0) {
      now.stated.search(query, limit, hits);
    }
    if (hits.size() > linked) {
      hits.sort(Comparator.comparingDouble(SubjectHit::score).reversed());
    }
    return hits.stream().limit(limit).toList();
  }

  /** Subjects with an e-mail address that begins so, in no particular order. */
  public List<SubjectId> findByEmailStart(String beginning, int limit) {
    Held now = held;
    List<SubjectId> found = new ArrayList<>();
    now.linked.findByEmailStart(beginning, limit, found);
    now.stated.findByEmailStart(beginning, limit, found);
    return found;
  }

  /** What speaks for and against two subjects being the same, when both can be compared. */
  public Optional<Explanation> explain(SubjectId a, SubjectId b) {
    Held now = held;
    int first = now.linked.handles.handleOf(a);
    int second = now.linked.handles.handleOf(b);
    if (first < 0
        || second < 0
        || first == second
        || now.linked.handles.isOrganization(first) != now.linked.handles.isOrganization(second)) {
      return Optional.empty();
    }
    try {
      return Optional.of(now.linked.index.explain(first, second));
    } catch (LinkageException _) {
      return Optional.empty(); // removed in this moment
    }
  }
}
