package io.cornerstore.identity.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornerstore.access.AccessDeniedProblem;
import io.cornerstore.access.Actor;
import io.cornerstore.access.Role;
import io.cornerstore.identity.CaseKey;
import io.cornerstore.identity.Decision;
import io.cornerstore.identity.DecisionRefused;
import io.cornerstore.identity.IdentityWorld;
import io.cornerstore.identity.ReviewCase;
import io.cornerstore.identity.ReviewQueue;
import io.cornerstore.identity.Verdict;
import io.cornerstore.identity.Verdict.Answer;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoredReviewQueueTest {

  private static final Actor OTHER =
      new Actor.Staff(new UUID(0, 2), "Second Steward", Set.of(Role.STEWARD));
  private static final int ALL = 1_000;

  private final IdentityWorld world = IdentityWorld.frozen();
  private ReviewQueue queue = world.reviewQueue();

  /* Namesakes in one street: whether father and son or the same, nobody can say from this. */
  @BeforeEach
  void doubtfulPeople() throws InterruptedException {
    String[] given = {"Ada", "Ben", "Cleo", "Dora", "Emil", "Fay", "Gus", "Hana", "Ivo", "June"};
    for (int i = 0; i < given.length * 3; i++) {
      String name = given[i % given.length];
      String family = "Quill" + (char) ('a' + i / given.length) + name.charAt(0);
      String street = i + " High Street";
      world.log.about("crm", "c" + i).named(name, family).at(street, "Exampleton", "EX1").add();
      for (int visit = 0; visit <= i % 4; visit++) {
        world.log.about("web", "w" + i).named(name, family).at("", "Exampleton", "EX1").add();
      }
    }
    world.resolve();
  }

  @AfterEach
  void close() {
    world.close();
  }

  private List<ReviewCase> open(Actor steward) {
    return queue.open(steward, ALL);
  }

  private ReviewCase first() {
    return open(IdentityWorld.STEWARD).getFirst();
  }

  private Verdict answer(Actor steward, ReviewCase one, Answer answer) {
    return world.inTransaction(() -> queue.answer(steward, one.key(), answer, "as the test says"));
  }

  private boolean together(ReviewCase one) {
    return world.customerOf(one.key().a()).equals(world.customerOf(one.key().b()));
  }

  @Test
  void open_ordersByWhatADecisionRepairs_eachPairOfCustomersOnce() {
    List<ReviewCase> open = open(IdentityWorld.STEWARD);

    assertThat(open)
        .hasSizeGreaterThan(5)
        .isSortedAccordingTo(Comparator.comparingDouble(ReviewCase::gain).reversed());
    assertThat(open)
        .extracting(one -> Set.of(world.customerOf(one.key().a()), world.customerOf(one.key().b())))
        .doesNotHaveDuplicates();
    assertThat(open)
        .allSatisfy(one -> {
          assertThat(one.left()).contains(one.key().a()).doesNotContain(one.key().b());
          assertThat(one.right()).contains(one.key().b());
          assertThat(one.gain())
              .isEqualTo(one.probability() * Math.min(one.leftRecords(), one.rightRecords()));
        });
    assertThat(queue.sizes(IdentityWorld.STEWARD).open()).isEqualTo(open.size());
  }

  @Test
  void answerSame_joinsTheCustomers_andOutlivesReruns() throws Exception {
    ReviewCase one = first();

    Verdict verdict = answer(IdentityWorld.STEWARD, one, Answer.SAME);

    assertThat(verdict.decision()).isNotNull();
    assertThat(together(one)).isTrue();
    assertThat(open(IdentityWorld.STEWARD)).noneMatch(other -> other.key().names(one.key()));
    relinkAll();
    assertThat(together(one)).isTrue();
  }

  @Test
  void answerDifferent_isNeverAskedOrLinkedAgain_whateverNewRecordsSay() throws Exception {
    ReviewCase one = first();

    answer(IdentityWorld.STEWARD, one, Answer.DIFFERENT);
    relinkAll();
    // Now both say everything alike: without the decision they would be one.
    for (String[] source : new String[][] {{"crm", "c"}, {"web", "w"}}) {
      for (int i = 0; i < 30; i++) {
        if (isOf(one, source[0], source[1] + i)) {
          world
              .log
              .about(source[0], source[1] + i)
              .named("Ada", "Quill")
              .born("1980-05-17")
              .mail("ada.quill@example.org")
              .phone("+12025550101")
              .at("1 High Street", "Exampleton", "EX1 1AA")
              .add();
        }
      }
    }
    relinkAll();

    assertThat(together(one)).isFalse();
    assertThat(open(IdentityWorld.STEWARD)).noneMatch(other -> other.key().names(one.key()));
    assertThat(world.stewardship().history(world.customerOf(one.key().a())))
        .anyMatch(decision -> decision.type() == Decision.Type.APART);
    assertThat(world.audited()).anyMatch(entry -> entry.action().equals("identity.apart"));
  }

  private static boolean isOf(ReviewCase one, String source, String key) {
    SubjectId subject = io.cornerstore.identity.MemoryLog.subject(source, key);
    return one.left().contains(subject) || one.right().contains(subject);
  }

  /* A new process over the same database, with every subject linked again. */
  private void relinkAll() throws InterruptedException {
    world.restart();
    world.jdbc.sql("update identity.head set linked_to = linked_to - 1").update();
    world.resolve();
    queue = world.reviewQueue();
  }

  @Test
  void takeBack_ofEitherAnswer_asksAgain() throws Exception {
    for (Answer answer : List.of(Answer.SAME, Answer.DIFFERENT)) {
      ReviewCase one = first();
      Map<CustomerId, Set<SubjectId>> before = world.assignments();
      Verdict verdict = answer(IdentityWorld.STEWARD, one, answer);
      world.resolve();

      assertThat(queue.latest(IdentityWorld.STEWARD)).contains(verdict);
      world.inTransaction(() -> queue.takeBack(IdentityWorld.STEWARD, verdict.id(), "a mistake"));
      assertThat(queue.find(IdentityWorld.STEWARD, one.key()))
          .as("asked again before anything is linked anew")
          .isPresent();
      world.resolve();

      assertThat(world.assignments()).as(answer.name()).isEqualTo(before);
      assertThat(open(IdentityWorld.STEWARD))
          .as(answer.name())
          .anyMatch(other -> other.key().names(one.key()));
      assertThat(queue.latest(IdentityWorld.STEWARD)).isEmpty();
    }
    assertThat(queue.given(IdentityWorld.STEWARD, false, ALL))
        .hasSize(2)
        .allMatch(Verdict::takenBack);
  }

  @Test
  void answerLater_hidesTheCaseFromThisStewardOnly_untilAnswered() {
    ReviewCase one = first();

    answer(IdentityWorld.STEWARD, one, Answer.LATER);

    assertThat(open(IdentityWorld.STEWARD)).noneMatch(other -> other.key().names(one.key()));
    assertThat(open(OTHER)).anyMatch(other -> other.key().names(one.key()));
    assertThat(queue.given(IdentityWorld.STEWARD, true, ALL)).hasSize(1);
    assertThat(queue.sizes(IdentityWorld.STEWARD).later()).isEqualTo(1);
    assertThat(queue.find(IdentityWorld.STEWARD, one.key())).isPresent();
    answer(IdentityWorld.STEWARD, one, Answer.SAME);
    assertThat(queue.given(IdentityWorld.STEWARD, true, ALL)).isEmpty();
    assertThat(queue.sizes(IdentityWorld.STEWARD).done()).isEqualTo(1);
  }

  @Test
  void answer_ofACaseSettledMeanwhile_isRefused() {
    ReviewCase one = first();
    world
        .stewardship()
        .merge(
            OTHER,
            List.of(world.customerOf(one.key().a()), world.customerOf(one.key().b())),
            "on the phone");

    assertThatThrownBy(() -> answer(IdentityWorld.STEWARD, one, Answer.DIFFERENT))
        .isInstanceOfSatisfying(
            DecisionRefused.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(DecisionRefused.Reason.SETTLED));
  }

  @Test
  void sampledCase_isShownBlindToASecondSteward_andMeasured() {
    ReviewCase sampled =
        open(IdentityWorld.STEWARD).stream()
            .filter(one -> StoredReviewQueue.isSampled(one.key()))
            .findFirst()
            .orElseThrow();
    answer(IdentityWorld.STEWARD, sampled, Answer.SAME);

    ReviewCase again =
        open(OTHER).stream()
            .filter(one -> one.key().equals(sampled.key()))
            .findFirst()
            .orElseThrow();
    assertThat(again).as("nothing tells it from a first look").isEqualTo(sampled);
    assertThat(again.left()).isEqualTo(sampled.left());
    assertThat(again.right()).isEqualTo(sampled.right());
    Verdict second = answer(OTHER, again, Answer.DIFFERENT);

    assertThat(second.secondLook()).isTrue();
    assertThat(second.decision()).isNull();
    assertThat(together(sampled)).isTrue();
    assertThat(open(OTHER)).noneMatch(one -> one.key().names(sampled.key()));
    ReviewQueue.Insight insight = queue.insight(OTHER);
    assertThat(insight.agreement().sameThenDifferent()).isEqualTo(1);
    assertThat(insight.agreement().cases()).isEqualTo(1);
    assertThat(insight.reliability().cases()).isEqualTo(1);
  }

  @Test
  void isSampled_ofManyPairs_isAboutEveryFifthWhateverTheOrder() {
    int sampled = 0;
    for (int i = 0; i < 2_000; i++) {
      SubjectId a =
          new SubjectId(UUID.nameUUIDFromBytes(new byte[] {1, (byte) i, (byte) (i >> 8)}));
      SubjectId b =
          new SubjectId(UUID.nameUUIDFromBytes(new byte[] {2, (byte) i, (byte) (i >> 8)}));
      assertThat(StoredReviewQueue.isSampled(new CaseKey(a, b)))
          .isEqualTo(StoredReviewQueue.isSampled(new CaseKey(b, a)));
      sampled += StoredReviewQueue.isSampled(new CaseKey(a, b)) ? 1 : 0;
    }
    assertThat(sampled).isBetween(320, 480);
  }

  @Test
  void queue_forOthersThanStewards_isClosed() {
    Actor clerk = new Actor.Staff(new UUID(0, 3), "Kim Clerk", Set.of(Role.SERVICE));

    assertThatThrownBy(() -> queue.open(clerk, 1)).isInstanceOf(AccessDeniedProblem.class);
    assertThatThrownBy(() -> queue.insight(clerk)).isInstanceOf(AccessDeniedProblem.class);
  }
}
