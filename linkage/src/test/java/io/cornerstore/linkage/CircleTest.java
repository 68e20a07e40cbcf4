package io.cornerstore.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.linkage.PairDecision.Outcome;
import io.cornerstore.linkage.PairDecision.Reason;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the records around a link say of it. */
class CircleTest {
  private static final PostalAddress HOME =
      new PostalAddress("12 Elm Street", "", "Cornerford", "", "43800", "US");
  private static final String OWN_MAIL = "walt.plank@example.org";
  private static final String OTHER_MAIL = "fishing77@example.net";
  private static final String OWN_PHONE = "+12025550123";
  private static final String OTHER_PHONE = "+13105559876";

  /** Two of one name at one address, of whom only name and address are written down. */
  private static final List<LinkageRecord.Builder> PAIR = List.of(walt(0), walt(1));

  private static LinkageRecord.Builder walt(int source) {
    return LinkageRecord.builder(Kind.PERSON, source)
        .givenName("Walt")
        .familyName("Plankenhorn")
        .address(HOME);
  }

  /* What is made of the pair, which comes first, beside the others. */
  private static PairDecision decide(LinkageRecord.Builder... others) {
    ResidentIndex index = new ResidentIndex(1);
    PAIR.forEach(one -> index.put(one.build()));
    for (LinkageRecord.Builder other : others) {
      index.put(other.build());
    }
    return index.inspect(Constraints.none()).decide(0, 1);
  }

  @Test
  void bareRecords_nothingKnownAround_standByTheirWeight() {
    PairDecision alone = decide();

    assertThat(alone.reason()).isIn(Reason.ENOUGH, Reason.BELOW_LINK);
  }

  @Test
  void bareRecords_onePhoneAndEmailAround_link() {
    PairDecision decision =
        decide(
            walt(2).email(OWN_MAIL).phone(OWN_PHONE),
            walt(3).email(OWN_MAIL),
            walt(4).phone(OWN_PHONE));

    assertThat(decision.outcome()).isEqualTo(Outcome.LINK);
  }

  @Test
  void bareRecords_twoPhonesAndEmailsAround_areLeftToAPerson() {
    PairDecision decision =
        decide(
            walt(2).email(OWN_MAIL).phone(OWN_PHONE), walt(3).email(OTHER_MAIL).phone(OTHER_PHONE));

    assertThat(decision.outcome()).isEqualTo(Outcome.REVIEW);
  }

  @Test
  void bareRecords_twoDatesOfBirthAround_areLeftToAPerson() {
    PairDecision decision =
        decide(
            walt(2).birthDate(PartialDate.parse("1951-02-03")),
            walt(3).birthDate(PartialDate.parse("1984-11-27")));

    assertThat(decision.outcome()).isEqualTo(Outcome.REVIEW);
  }

  @Test
  void bareRecords_moreAroundThanCanBeLookedThrough_areLeftToAPerson() {
    LinkageRecord.Builder[] many = new LinkageRecord.Builder[70];
    for (int i = 0; i < many.length; i++) {
      many[i] = walt(i % 6).email(OWN_MAIL);
    }

    assertThat(decide(many).outcome()).isEqualTo(Outcome.REVIEW);
  }

  @Test
  void whoAPersonTookOut_doesNotCountInACircle() {
    ResidentIndex index = new ResidentIndex(1);
    int first = index.put(walt(0).build());
    int second = index.put(walt(1).build());
    index.put(walt(2).email(OWN_MAIL).phone(OWN_PHONE).build());
    index.put(walt(3).email(OWN_MAIL).phone(OWN_PHONE).build());
    int son = index.put(walt(4).email(OTHER_MAIL).phone(OTHER_PHONE).build());
    Constraints told = Constraints.builder().neverSame(son, first).neverSame(son, second).build();

    Outcome before = index.inspect(Constraints.none()).decide(first, second).outcome();
    Outcome after = index.inspect(told).decide(first, second).outcome();

    assertThat(before).isEqualTo(Outcome.REVIEW);
    assertThat(after).isEqualTo(Outcome.LINK);
  }

  @Test
  void circles_anyOrderOfRecords_giveOnePartition() {
    Random random = new Random(7);
    for (int round = 0; round < 30; round++) {
      ResidentIndex batch = new ResidentIndex(1);
      ResidentIndex single = new ResidentIndex(1);
      int size = 6 + random.nextInt(10);
      Partition[] last = new Partition[1];
      for (int i = 0; i < size; i++) {
        LinkageRecord record = around(random).build();
        batch.put(record);
        last[0] = single.relink(new int[] {single.put(record)}, Constraints.none());
      }
      Partition known = batch.linkAll(Constraints.none());
      Partition anew = single.linkAll(Constraints.none());

      assertThat(anew.clusters()).isEqualTo(known.clusters());
      for (Cluster cluster : last[0].clusters()) {
        assertThat(known.clusters()).contains(cluster);
      }
    }
  }

  private static LinkageRecord.Builder around(Random random) {
    LinkageRecord.Builder one = walt(random.nextInt(6));
    boolean son = random.nextBoolean();
    if (random.nextInt(3) == 0) {
      one.email(son ? OTHER_MAIL : OWN_MAIL);
    }
    if (random.nextInt(3) == 0) {
      one.phone(son ? OTHER_PHONE : OWN_PHONE);
    }
    if (random.nextInt(5) == 0) {
      one.birthDate(PartialDate.parse(son ? "1984-11-27" : "1951-02-03"));
    }
    return one;
  }
}
