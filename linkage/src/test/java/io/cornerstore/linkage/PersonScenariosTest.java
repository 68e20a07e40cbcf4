package io.cornerstore.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What must link and what must not, told as small stories under the untrained model. */
class PersonScenariosTest {
  private static final PostalAddress HOME =
      new PostalAddress("12 Oak Street", "", "Aldenbrook", "", "10234", "US");
  private static final PostalAddress ELSEWHERE =
      new PostalAddress("88 Mill Lane", "", "Tidewell", "", "17890", "US");

  private static LinkageRecord mary(int source, UnaryOperator<LinkageRecord.Builder> change) {
    return change
        .apply(
            LinkageRecord.builder(Kind.PERSON, source)
                .givenName("Mary")
                .familyName("Stonebridge")
                .birthDate(new PartialDate(1980, 5, 17)))
        .build();
  }

  private static boolean link(LinkageRecord a, LinkageRecord b) {
    ResidentIndex index = new ResidentIndex();
    index.put(a);
    index.put(b);
    return index.linkAll(Constraints.none()).clusters().size() == 1;
  }

  @Test
  void sameNameAndEmail_differentSources_links() {
    assertThat(
            link(
                mary(0, r -> r.email("mary.s@example.org")),
                mary(1, r -> r.email("mary.s@example.org"))))
        .isTrue();
  }

  @Test
  void mover_samePhoneAndBirth_links() {
    assertThat(
            link(
                mary(0, r -> r.address(HOME).phone("+12025550123")),
                mary(1, r -> r.address(ELSEWHERE).phone("+12025550123"))))
        .isTrue();
  }

  @Test
  void marriedName_sameBirthAndPhone_links() {
    assertThat(
            link(
                mary(0, r -> r.phone("+12025550123").email("mary@example.org")),
                mary(
                    1,
                    r -> r.familyName("Okonjo").phone("+12025550123").email("mary@example.org"))))
        .isTrue();
  }

  @Test
  void nicknameAndTypo_sameBirthAndHome_links() {
    assertThat(
            link(
                mary(0, r -> r.givenName("Elizabeth").address(HOME)),
                mary(1, r -> r.givenName("Liz").familyName("Stonebrigde").address(HOME))))
        .isTrue();
  }

  @Test
  void swappedNames_sameBirthAndHome_links() {
    assertThat(
            link(
                mary(0, r -> r.address(HOME)),
                mary(1, r -> r.givenName("Stonebridge").familyName("Mary").address(HOME))))
        .isTrue();
  }

  @Test
  void brokenEncodingAndAccents_link() {
    assertThat(
            link(
                mary(0, r -> r.givenName("José").familyName("Núñez").address(HOME)),
                mary(1, r -> r.givenName("JosÃ©").familyName("Nunez").address(HOME))))
        .isTrue();
  }

  @Test
  void swappedDayAndMonth_sameEmail_links() {
    assertThat(
            link(
                mary(0, r -> r.birthDate(new PartialDate(1980, 5, 7)).email("m@example.org")),
                mary(1, r -> r.birthDate(new PartialDate(1980, 7, 5)).email("m@example.org"))))
        .isTrue();
  }

  @Test
  void familyAtOneAddress_sharedPhoneAndEmail_neverLinks() {
    UnaryOperator<LinkageRecord.Builder> home =
        r -> r.address(HOME).phone("+12025550123").email("the.stones@example.org");
    assertThat(
            link(
                mary(0, r -> home.apply(r).birthDate(null)),
                mary(1, r -> home.apply(r).givenName("Robert").birthDate(null))))
        .isFalse();
  }

  @Test
  void twins_neverLink() {
    UnaryOperator<LinkageRecord.Builder> home =
        r -> r.address(HOME).phone("+12025550123").email("the.stones@example.org").sex("F");
    assertThat(link(mary(0, home), mary(1, r -> home.apply(r).givenName("Karen")))).isFalse();
  }

  @Test
  void fatherAndSon_sameNameAndHome_neverLink() {
    UnaryOperator<LinkageRecord.Builder> home =
        r -> r.givenName("Robert").address(HOME).phone("+12025550123").email("r@example.org");
    assertThat(
            link(
                mary(0, r -> home.apply(r).birthDate(new PartialDate(1955, 3, 2))),
                mary(1, r -> home.apply(r).birthDate(new PartialDate(1984, 9, 21)))))
        .isFalse();
  }

  @Test
  void juniorAndSenior_sameNameAndHome_neverLink() {
    UnaryOperator<LinkageRecord.Builder> home =
        r -> r.givenName("Robert").birthDate(null).address(HOME).phone("+12025550123");
    assertThat(
            link(
                mary(0, r -> home.apply(r).nameSuffix("Sr.")),
                mary(1, r -> home.apply(r).familyName("Stonebridge Jr"))))
        .isFalse();
  }

  @Test
  void initialOnly_sharedHome_doesNotLink() {
    UnaryOperator<LinkageRecord.Builder> home =
        r -> r.birthDate(null).address(HOME).phone("+12025550123").email("x@example.org");
    assertThat(link(mary(0, home), mary(1, r -> home.apply(r).givenName("M.")))).isFalse();
  }

  @Test
  void addressOrPhoneAlone_neverLinks() {
    LinkageRecord a =
        LinkageRecord.builder(Kind.PERSON, 0).address(HOME).phone("+12025550123").build();
    LinkageRecord b =
        LinkageRecord.builder(Kind.PERSON, 1).address(HOME).phone("+12025550123").build();
    assertThat(link(a, b)).isFalse();
    assertThat(link(a, mary(1, r -> r.address(HOME).phone("+12025550123")))).isFalse();
  }

  @Test
  void nameAlone_doesNotLink() {
    LinkageRecord.Builder name =
        LinkageRecord.builder(Kind.PERSON, 0).givenName("Mary").familyName("Stonebridge");
    assertThat(link(name.build(), name.source(1).build())).isFalse();
  }

  @Test
  void emailOnly_soleHolderInEachSource_links() {
    LinkageRecord bare = LinkageRecord.builder(Kind.PERSON, 1).email("mary.s@example.org").build();
    assertThat(link(mary(0, r -> r.email("mary.s@example.org")), bare)).isTrue();
  }

  @Test
  void emailOnly_twoHoldersInOneSource_linksNobody() {
    ResidentIndex index = new ResidentIndex();
    index.put(mary(0, r -> r.email("home@example.org")));
    index.put(mary(0, r -> r.givenName("Robert").birthDate(null).email("home@example.org")));
    index.put(LinkageRecord.builder(Kind.PERSON, 1).email("home@example.org").build());
    assertThat(index.linkAll(Constraints.none()).clusters()).hasSize(3);
  }

  @Test
  void emailOnly_sameSource_doesNotLink() {
    LinkageRecord bare = LinkageRecord.builder(Kind.PERSON, 0).email("mary.s@example.org").build();
    assertThat(link(mary(0, r -> r.email("mary.s@example.org")), bare)).isFalse();
  }

  @Test
  void strongId_sameName_links() {
    assertThat(
            link(
                mary(0, r -> r.birthDate(null).strongId("loyalty-card", "47 11-a")),
                mary(1, r -> r.birthDate(null).strongId("Loyalty-Card", "4711A"))))
        .isTrue();
  }

  @Test
  void strongId_otherGivenName_doesNotLink() {
    assertThat(
            link(
                mary(0, r -> r.strongId("loyalty-card", "4711")),
                mary(1, r -> r.givenName("Robert").strongId("loyalty-card", "4711"))))
        .isFalse();
  }

  @Test
  void personAndOrganization_sameEverything_neverLink() {
    LinkageRecord shop =
        LinkageRecord.builder(Kind.ORGANIZATION, 1)
            .organization("Mary Stonebridge")
            .email("mary@example.org")
            .phone("+12025550123")
            .address(HOME)
            .build();
    assertThat(
            link(
                mary(0, r -> r.email("mary@example.org").phone("+12025550123").address(HOME)),
                shop))
        .isFalse();
  }

  @Test
  void officePhone_heldByMany_linksNobody() {
    ResidentIndex index = new ResidentIndex();
    String[] given = MadeUpPeople.GIVEN;
    for (int i = 0; i < 60; i++) {
      index.put(
          LinkageRecord.builder(Kind.PERSON, 0)
              .givenName(given[i])
              .familyName("Worker" + (char) ('a' + i % 26))
              .phone("+12025550100")
              .email("office@example.com")
              .build());
    }
    assertThat(index.linkAll(Constraints.none()).clusters()).hasSize(60);
  }

  @Test
  void singleName_sameEmailAndBirth_links() {
    UnaryOperator<LinkageRecord.Builder> budi =
        r -> r.givenName("Suharto").familyName("").email("suharto@example.org");
    UnaryOperator<LinkageRecord.Builder> other =
        r -> r.givenName("").familyName("Soeharto").email("suharto@example.org");
    assertThat(link(mary(0, budi), mary(1, budi))).isTrue();
    assertThat(link(mary(0, budi), mary(1, other))).isTrue();
  }

  private static LinkageRecord peter(int source, UnaryOperator<LinkageRecord.Builder> change) {
    return change
        .apply(
            LinkageRecord.builder(Kind.PERSON, source)
                .givenName("Peter")
                .familyName("Stonebridge")
                .address(HOME)
                .phone("+12025550123")
                .email("peter@example.org"))
        .build();
  }

  @Test
  void fatherAndSonOfOneName_recordWithoutBirthDate_joinsNeitherByItself() {
    ResidentIndex index = new ResidentIndex();
    int father = index.put(peter(0, r -> r.birthDate(new PartialDate(1951, 2, 3))));
    int record = index.put(peter(1, r -> r));
    assertThat(index.linkAll(Constraints.none()).clusters()).hasSize(1);
    int son = index.put(peter(2, r -> r.birthDate(new PartialDate(1979, 11, 20))));
    Partition both = index.relink(new int[] {son}, Constraints.none());
    assertThat(both.clusters()).hasSize(3);
    assertThat(both.review())
        .extracting(ScoredPair::a, ScoredPair::b)
        .contains(
            org.assertj.core.groups.Tuple.tuple(father, record),
            org.assertj.core.groups.Tuple.tuple(record, son));
  }

  @Test
  void rivalRemoved_relinked_linkStandsAgain() {
    ResidentIndex index = new ResidentIndex();
    index.put(peter(0, r -> r.birthDate(new PartialDate(1951, 2, 3))));
    index.put(peter(1, r -> r));
    int son = index.put(peter(2, r -> r.birthDate(new PartialDate(1979, 11, 20))));
    assertThat(index.linkAll(Constraints.none()).clusters()).hasSize(3);
    index.remove(son);
    assertThat(index.relink(new int[0], Constraints.none()).clusters()).hasSize(1);
  }

  @Test
  void rivalTurnedDownByAPerson_contestsNoLonger() {
    ResidentIndex index = new ResidentIndex();
    int father = index.put(peter(0, r -> r.birthDate(new PartialDate(1951, 2, 3))));
    int record = index.put(peter(1, r -> r));
    int son = index.put(peter(2, r -> r.birthDate(new PartialDate(1979, 11, 20))));
    Constraints said = Constraints.builder().neverSame(record, son).build();
    assertThat(index.linkAll(said).clusters())
        .extracting(Cluster::members)
        .containsExactly(new int[] {father, record}, new int[] {son});
  }

  @Test
  void rivalOfAnEmailLinkArrives_relinked_answersLikeTheBatch() {
    ResidentIndex index = new ResidentIndex();
    index.use(LinkageModel.prior().withThresholds(14, 0));
    index.put(peter(0, r -> r.birthDate(new PartialDate(1951, 2, 3))));
    index.put(namesake(1).email("peter@example.org").phone("+12025550199").build());
    assertThat(index.linkAll(Constraints.none()).clusters()).hasSize(1);
    int son =
        index.put(
            namesake(2).birthDate(new PartialDate(1979, 11, 20)).phone("+12025550199").build());
    Partition some = index.relink(new int[] {son}, Constraints.none());
    Partition all = index.linkAll(Constraints.none());
    assertThat(all.clusters()).hasSize(3);
    assertThat(some.clusters()).isEqualTo(all.clusters());
  }

  @Test
  void recordWithoutGivenName_bornTheSameDayWithTheSameEmail_joins() {
    ResidentIndex index = new ResidentIndex();
    index.use(LinkageModel.prior().withThresholds(6, -2));
    index.put(peter(0, r -> r.birthDate(new PartialDate(1951, 2, 3))));
    index.put(nameless().birthDate(new PartialDate(1951, 2, 3)).build());
    assertThat(index.linkAll(Constraints.none()).clusters()).hasSize(1);
  }

  @Test
  void recordWithoutGivenName_withoutBirthDate_doesNotJoin() {
    ResidentIndex index = new ResidentIndex();
    index.use(LinkageModel.prior().withThresholds(6, -2));
    index.put(peter(0, r -> r.birthDate(new PartialDate(1951, 2, 3))));
    index.put(nameless().build());
    assertThat(index.linkAll(Constraints.none()).clusters()).hasSize(2);
  }

  private static LinkageRecord.Builder nameless() {
    return LinkageRecord.builder(Kind.PERSON, 1)
        .familyName("Stonebridge")
        .address(HOME)
        .email("peter@example.org");
  }

  private static LinkageRecord.Builder namesake(int source) {
    return LinkageRecord.builder(Kind.PERSON, source).givenName("Peter").familyName("Stonebridge");
  }
}
