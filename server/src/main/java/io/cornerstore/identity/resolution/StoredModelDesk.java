package io.cornerstore.identity.resolution;

import io.cornerstore.access.AccessPolicy;
import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.access.Role;
import io.cornerstore.audit.AuditEntry;
import io.cornerstore.audit.AuditTrail;
import io.cornerstore.identity.DecisionRefused;
import io.cornerstore.identity.DecisionRefused.Reason;
import io.cornerstore.identity.ModelCandidate;
import io.cornerstore.identity.ModelDesk;
import io.cornerstore.identity.ModelTrial;
import io.cornerstore.identity.ModelTrial.State;
import io.cornerstore.identity.assignment.DecidedPairs;
import io.cornerstore.identity.assignment.Head;
import io.cornerstore.identity.assignment.HeadRow;
import io.cornerstore.identity.assignment.Timestamps;
import io.cornerstore.identity.resident.ResidentLoader;
import io.cornerstore.identity.resident.ResidentSubjects;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.linkage.Constraints;
import io.cornerstore.linkage.LinkageException;
import io.cornerstore.linkage.LinkageModel;
import io.cornerstore.linkage.TrainingOptions;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries models on a second copy of the subjects in memory, so that the one in use answers on; using
 * one stores it and lets the resolver link everything anew.
 */
public final class StoredModelDesk implements ModelDesk {

  private static final Logger LOG = LoggerFactory.getLogger(StoredModelDesk.class);
  private static final int LONGEST_REASON = 500;

  private final AccessPolicy policy;
  private final AuditTrail audit;
  private final Resolution.Sources sources;
  private final Database database;
  private final JdbcClient jdbc;
  private final Head head;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final AtomicReference<@Nullable Run> last = new AtomicReference<>();

  /** A trial and, once known, its model; for a kept model its number. */
  private record Run(ModelTrial trial, @Nullable LinkageModel model, long basedOn) {
    Run at(String stage, long done, long total) {
      return new Run(
          new ModelTrial(trial.candidate(), State.RUNNING, stage, done, total, null),
          null,
          basedOn);
    }
  }

  /** Over the main database and the sealed subjects. */
  public StoredModelDesk(
      AccessPolicy policy, AuditTrail audit, Resolution.Sources sources, Database database) {
    this.policy = policy;
    this.audit = audit;
    this.sources = sources;
    this.database = database;
    this.jdbc = database.jdbc();
    this.head = new Head(jdbc);
    this.clock = database.clock();
    this.transaction = new TransactionTemplate(database.transactions());
  }

  @Override
  public List<KeptModel> kept(Actor actor) {
    authorize(actor);
    long inUse = head.read().model();
    return jdbc.sql(
            "select number, version, body, trained_on, at from identity.model order by number desc")
        .query((row, _) -> {
          LinkageModel model = read(row.getString(3));
          return new KeptModel(
              row.getLong(1),
              row.getString(2),
              model.linkBits(),
              model.reviewBits(),
              row.getLong(4),
              row.getObject(5, OffsetDateTime.class).toInstant(),
              row.getLong(1) == inUse);
        })
        .list();
  }

  @Override
  public ModelCandidate.Thresholds thresholds(Actor actor) {
    authorize(actor);
    LinkageModel model = stored(head.read().model());
    return new ModelCandidate.Thresholds(model.linkBits(), model.reviewBits());
  }

  @Override
  public void tryOut(Actor actor, ModelCandidate candidate) {
    authorize(actor);
    if (candidate instanceof ModelCandidate.Thresholds wanted
        && !(wanted.reviewBits() <= wanted.linkBits())) {
      throw new DecisionRefused(
          Reason.BAD_THRESHOLDS, "Review starts above link. Maybe the two are swapped?");
    }
    Run begun =
        new Run(
            new ModelTrial(candidate, State.RUNNING, "load", 0, 0, null),
            null,
            head.read().model());
    Run before = last.get();
    boolean running = before != null && before.trial.state() == State.RUNNING;
    if (running || !last.compareAndSet(before, begun)) {
      throw new DecisionRefused(
          Reason.TRIAL_RUNNING, "A trial is running already. Wait until it is done.");
    }
    Thread.ofPlatform().name("model-trial").daemon().start(() -> run(begun));
  }

  /* The edge of a thread: whatever fails is told by the trial. */
  private void run(Run begun) {
    try {
      last.set(measured(begun));
    } catch (InterruptedException _) {
      last.set(failed(begun));
    } catch (RuntimeException failure) {
      LOG.error("the trial of a model failed", failure);
      last.set(failed(begun));
    }
  }

  private static Run failed(Run begun) {
    return new Run(
        new ModelTrial(begun.trial.candidate(), State.FAILED, "", 0, 0, null), null, begun.basedOn);
  }

  private Run measured(Run begun) throws InterruptedException {
    ResidentSubjects copy = new ResidentSubjects();
    new ResidentLoader(jdbc, sources.vault(), sources.permits(), database.transactions(), copy)
        .refresh(
            progress -> last.set(begun.at(progress.stage(), progress.done(), progress.total())));
    last.set(begun.at("train", 0, copy.size()));
    LinkageModel used = copy.index().model();
    Constraints constraints = DecidedPairs.constraints(new DecidedPairs(jdbc).inForce(), copy);
    LinkageModel model = model(begun.trial.candidate(), copy, constraints);
    copy.index().use(model);
    last.set(begun.at("link", 0, copy.size()));
    Linked linked = new ThirdPartyRule(copy).apply(copy.index().linkAll(constraints), constraints);
    PartitionComparison comparison = PartitionComparison.of(standing(), linked.groups(), copy);
    ModelTrial.Outcome outcome =
        new ModelTrial.Outcome(
            model.version(),
            used.differences(model),
            comparison.before(),
            comparison.after(),
            comparison.merged(),
            comparison.split(),
            comparison.moved(),
            jdbc.sql("select count(*) from identity.review").query(Long.class).single(),
            linked.review().size(),
            comparison.samples());
    return new Run(
        new ModelTrial(begun.trial.candidate(), State.DONE, "", 0, 0, outcome),
        model,
        begun.basedOn);
  }

  private LinkageModel model(
      ModelCandidate candidate, ResidentSubjects copy, Constraints decisions) {
    LinkageModel used = copy.index().model();
    return switch (candidate) {
      case ModelCandidate.Thresholds wanted ->
          used.withThresholds(wanted.linkBits(), wanted.reviewBits());
      case ModelCandidate.Kept kept -> stored(kept.number());
      case ModelCandidate.Trained _ ->
          copy.index()
              .train(TrainingOptions.defaults().learningFrom(decisions))
              .withThresholds(used.linkBits(), used.reviewBits());
      case ModelCandidate.Given(LinkageModel model, Set<String> counted) ->
          counted.isEmpty() ? model : copy.index().withFrequencies(model, counted);
    };
  }

  private Map<SubjectId, CustomerId> standing() {
    Map<SubjectId, CustomerId> standing = new HashMap<>();
    transaction.executeWithoutResult(_ ->
        jdbc.sql("select subject, customer from identity.member")
            .withFetchSize(5_000)
            .query(row -> {
              standing.put(
                  new SubjectId(row.getObject(1, UUID.class)),
                  new CustomerId(row.getObject(2, UUID.class)));
            }));
    return standing;
  }

  @Override
  public Optional<ModelTrial> trial(Actor actor) {
    authorize(actor);
    return Optional.ofNullable(last.get()).map(Run::trial);
  }

  @Override
  public long use(Actor actor, String version, String reason) {
    authorize(actor);
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new DecisionRefused(Reason.NO_REASON, "Using a model needs a reason.");
    }
    Run tried = last.get();
    LinkageModel model = tried == null ? null : tried.model;
    if (tried == null || model == null || !model.version().equals(version)) {
      throw new DecisionRefused(
          Reason.NOT_TRIED, "There is no finished trial of this model. Try it first.");
    }
    long number = transaction.execute(_ -> use(actor, tried, model, reason.strip()));
    last.compareAndSet(tried, null);
    return number;
  }

  private long use(Actor actor, Run tried, LinkageModel model, String reason) {
    HeadRow locked = head.lock();
    if (locked.model() != tried.basedOn) {
      throw new DecisionRefused(
          Reason.NOT_TRIED, "Another model was taken into use since the trial. Try again.");
    }
    long subjects = jdbc.sql("select count(*) from identity.subject").query(Long.class).single();
    if (locked.model() == 0) {
      keep(LinkageModel.prior(), 0); // so that there is a way back to it
    }
    long number =
        tried.trial.candidate() instanceof ModelCandidate.Kept kept
            ? kept.number()
            : keep(model, subjects);
    // One entry short of the end: the resolver links everything again, with the new model.
    long linkedTo = Math.min(locked.linkedTo(), Math.max(0, locked.readTo() - 1));
    head.save(locked.using(number, subjects).at(locked.readTo(), linkedTo));
    audit.append(
        new AuditEntry(
            actor.auditName(),
            purpose(actor).code(),
            "identity.use-model",
            List.of("model:" + number),
            List.of(),
            "instead of model " + locked.model() + ": " + reason));
    return number;
  }

  private long keep(LinkageModel model, long subjects) {
    return jdbc.sql(
            """
            insert into identity.model (version, body, trained_on, at)
            values (:version, :body, :trainedOn, :at) returning number
            """)
        .param("version", model.version())
        .param("body", model.toText())
        .param("trainedOn", subjects)
        .param("at", Timestamps.parameter(clock.instant()))
        .query(Long.class)
        .single();
  }

  /* Number 0 stands for the model that needs no training. */
  private LinkageModel stored(long number) {
    return jdbc.sql("select body from identity.model where number = :number")
        .param("number", number)
        .query(String.class)
        .optional()
        .map(StoredModelDesk::read)
        .orElseGet(LinkageModel::prior);
  }

  private static LinkageModel read(String body) {
    try {
      return LinkageModel.fromText(body);
    } catch (LinkageException _) {
      // Of an older version, which nobody can use any more.
      return LinkageModel.prior();
    }
  }

  private void authorize(Actor actor) {
    policy.require(actor, purpose(actor));
    if (actor instanceof Actor.Staff) {
      policy.requireRole(actor, Role.STEWARD);
    }
  }

  /* Who types at the command line holds the root key: runs the system, and is nobody's steward. */
  private static AccessPurpose purpose(Actor actor) {
    return switch (actor) {
      case Actor.Staff _ -> AccessPurpose.STEWARDSHIP;
      case Actor.Machine _ -> AccessPurpose.OPERATION;
    };
  }
}
