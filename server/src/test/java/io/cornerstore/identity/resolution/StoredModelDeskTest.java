package io.cornerstore.identity.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornerstore.access.AccessDeniedProblem;
import io.cornerstore.access.Actor;
import io.cornerstore.access.ApiKey;
import io.cornerstore.access.ApiScope;
import io.cornerstore.access.Role;
import io.cornerstore.identity.DecisionRefused;
import io.cornerstore.identity.IdentityWorld;
import io.cornerstore.identity.ModelCandidate;
import io.cornerstore.identity.ModelDesk;
import io.cornerstore.identity.ModelTrial;
import io.cornerstore.identity.People;
import io.cornerstore.kernel.SubjectId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StoredModelDeskTest {

  private static final Actor STEWARD = IdentityWorld.STEWARD;

  private final IdentityWorld world = IdentityWorld.frozen();
  private final ModelDesk desk = world.modelDesk();

  @BeforeEach
  void resolvePeople() throws InterruptedException {
    People.crowd(world.log, 120, 5);
    world.resolve();
  }

  @AfterEach
  void close() {
    world.close();
  }

  private ModelTrial.Outcome tried(ModelCandidate candidate) {
    desk.tryOut(STEWARD, candidate);
    Optional<ModelTrial> trial = desk.trial(STEWARD);
    while (trial.orElseThrow().state() == ModelTrial.State.RUNNING) {
      LockSupport.parkNanos(5_000_000);
      trial = desk.trial(STEWARD);
    }
    ModelTrial.Outcome outcome = trial.get().outcome();
    assertThat(outcome).as("the trial is done").isNotNull();
    return outcome;
  }

  @Test
  void tryOut_theModelInUse_changesNothing() {
    ModelTrial.Outcome outcome = tried(desk.thresholds(STEWARD));

    assertThat(outcome.merged()).isZero();
    assertThat(outcome.split()).isZero();
    assertThat(outcome.moved()).isZero();
    assertThat(outcome.after()).isEqualTo(outcome.before());
    assertThat(outcome.differences()).isEmpty();
  }

  @Test
  void tryOut_impossibleThreshold_saysThatAllFallApart_andChangesNothing() {
    Set<Set<SubjectId>> before = world.partition();
    long joined = before.stream().filter(group -> group.size() > 1).count();
    assertThat(joined).isPositive();

    ModelTrial.Outcome outcome = tried(new ModelCandidate.Thresholds(500, 0));

    assertThat(outcome.split()).isEqualTo(joined);
    assertThat(outcome.before()).isEqualTo(before.size());
    assertThat(outcome.after()).isEqualTo(before.stream().mapToLong(Set::size).sum());
    assertThat(outcome.samples()).isNotEmpty().noneMatch(ModelTrial.Sample::merge);
    assertThat(world.partition()).isEqualTo(before);
  }

  @Test
  void use_ofATriedModel_doesWhatTheTrialSaid_andTheFormerOneBringsItBack() throws Exception {
    Set<Set<SubjectId>> before = world.partition();
    ModelTrial.Outcome outcome = tried(new ModelCandidate.Thresholds(500, 0));

    long number = desk.use(STEWARD, outcome.version(), "as a test");
    world.resolve();

    assertThat(world.partition()).hasSize((int) outcome.after());
    assertThat(world.audited()).anyMatch(entry -> entry.action().equals("identity.use-model"));
    assertThat(desk.kept(STEWARD))
        .filteredOn(ModelDesk.KeptModel::inUse)
        .extracting(ModelDesk.KeptModel::number)
        .containsExactly(number);

    long former =
        desk.kept(STEWARD).stream()
            .filter(model -> !model.inUse())
            .findFirst()
            .orElseThrow()
            .number();
    ModelTrial.Outcome back = tried(new ModelCandidate.Kept(former));
    assertThat(desk.use(STEWARD, back.version(), "no good")).isEqualTo(former);
    world.resolve();
    world.restart();
    world.resolve();

    assertThat(world.partition()).isEqualTo(before);
  }

  @Test
  void use_withoutATrialOrSense_isRefused() {
    assertThatThrownBy(() -> desk.use(STEWARD, "none", "why not"))
        .isInstanceOf(DecisionRefused.class);
    assertThatThrownBy(() -> desk.tryOut(STEWARD, new ModelCandidate.Thresholds(2, 5)))
        .isInstanceOf(DecisionRefused.class);
    ModelTrial.Outcome outcome = tried(desk.thresholds(STEWARD));
    assertThatThrownBy(() -> desk.use(STEWARD, outcome.version(), " "))
        .isInstanceOf(DecisionRefused.class);
    Actor clerk = new Actor.Staff(new UUID(0, 3), "Kim Clerk", Set.of(Role.SERVICE));
    assertThatThrownBy(() -> desk.kept(clerk)).isInstanceOf(AccessDeniedProblem.class);
  }

  @Test
  void program_needsThePurposeOfRunningTheSystem_whichMakesNobodyOfTheStaffASteward() {
    Actor program = new Actor.Machine("command-line");
    assertThat(desk.kept(program)).isEqualTo(desk.kept(STEWARD));
    EnumSet.complementOf(EnumSet.of(ApiScope.OPERATION, ApiScope.WRITE)).stream()
        .map(scope -> new ApiKey("a-key", null, Set.of(scope)).actor())
        .forEach(key ->
            assertThatThrownBy(() -> desk.kept(key)).isInstanceOf(AccessDeniedProblem.class));
    Actor engineer = new Actor.Staff(new UUID(0, 4), "Lee Engineer", Set.of(Role.ENGINEER));
    assertThatThrownBy(() -> desk.kept(engineer)).isInstanceOf(AccessDeniedProblem.class);
  }
}
