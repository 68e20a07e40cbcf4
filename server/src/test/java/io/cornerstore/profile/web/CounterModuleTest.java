package io.cornerstore.profile.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.access.Role;
import io.cornerstore.identity.CustomerSearch;
import io.cornerstore.intake.IncomingEvent;
import io.cornerstore.intake.IncomingEvent.GivenValue;
import io.cornerstore.intake.Interaction;
import io.cornerstore.intake.InteractionType;
import io.cornerstore.intake.Party;
import io.cornerstore.intake.SubjectKind;
import io.cornerstore.kernel.Basis;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.SourceSystem;
import io.cornerstore.profile.Profiles;
import io.cornerstore.profile.Segments;
import io.cornerstore.profile.Shelves;
import io.cornerstore.profile.TimelineEntry;
import io.cornerstore.profile.TimelineFilter;
import io.cornerstore.testkit.Shared;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What else is written down at the counter, over the whole server. */
class CounterModuleTest {

  @RegisterExtension static final Shared<Till> SHARED = Till.SHARED;

  private final Till till;

  CounterModuleTest(Till till) {
    this.till = till;
  }

  @Test
  void note_plainText_standsInTheTimelineUntilItIsRemovedForGood() throws Exception {
    String id = till.arrive("c-6", "Fiona", "Birch", "fiona@example.org");
    String statement =
        till.post(id, "notes", "{\"text\":\"Prefers delivery after six.\"}", 201)
            .path("statement")
            .stringValue();
    JsonNode entry = till.view(id).at("/timeline/items/0");
    assertThat(entry.path("type").stringValue()).isEqualTo("note");
    assertThat(entry.path("note").stringValue()).isEqualTo("Prefers delivery after six.");
    assertThat(till.view(id).at("/behaviour/channelMix")).isEmpty();
    till.catchUp();
    till.post(
        id, "statements/" + statement + "/withdrawal", "{\"reason\":\"not-to-be-kept\"}", 201);
    assertThat(till.view(id).at("/timeline/items")).isEmpty();
    assertThat(
            till.server
                .bean(JdbcClient.class)
                .sql(
                    """
                    select count(*) from intake.source_record
                    where item = cast(:statement as uuid) and document is not null
                    """)
                .param("statement", statement)
                .query(Long.class)
                .single())
        .isZero();
    till.catchUp();
  }

  @Test
  void note_whatMustNotBeKept_isRefusedByKindAndPlace() throws Exception {
    String id = till.arrive("c-7", "Grace", "Moor", "grace@example.org");
    long before = till.records();
    JsonNode problem =
        till.post(
            id,
            "notes",
            "{\"text\":\"She is pregnant; paid with 4111 1111 1111 1111. Pelanggan bodoh.\"}",
            422);
    assertThat(problem.path("errors").toString())
        .contains("(health) at characters 8 to 15", "(card)", "(abuse)")
        .doesNotContain("pregnant")
        .doesNotContain("4111");
    assertThat(till.records()).isEqualTo(before);
  }

  @Test
  void add_somebodyAlikeIsThere_showsThemFirst() throws Exception {
    String there = till.arrive("c-8", "Henrietta", "Vale", "henrietta@example.org");
    String said =
        "\"values\":{\"given-name\":\"Henry\",\"family-name\":\"Vale\",\"email\":\"henrietta@example.org\"}";
    JsonNode alike =
        till.read(
            till.send("POST", "/api/v1/lookalikes", "{" + said + "}", null),
            200,
            "/api/v1/lookalikes",
            "post");
    assertThat(alike.at("/items/0/customer/id").stringValue()).isEqualTo(there);
    assertThat(alike.at("/items/0/agrees").toString()).contains("email");
    JsonNode problem =
        till.read(
            till.send("POST", Till.CUSTOMERS, "{" + said + "}", "a-1"),
            409,
            Till.CUSTOMERS,
            "post");
    assertThat(problem.path("detail").stringValue()).contains(there);

    String confirmed = "{" + said + ",\"notThese\":[\"" + there + "\"]}";
    String added =
        till.read(till.send("POST", Till.CUSTOMERS, confirmed, "a-2"), 201, Till.CUSTOMERS, "post")
            .path("customer")
            .stringValue();
    assertThat(till.view(added).at("/displayName/text").stringValue()).isEqualTo("Henry Vale");
    till.catchUp();
    assertThat(till.view(added).path("id").stringValue()).as("not joined").isEqualTo(added);
    assertThat(till.view(there).path("id").stringValue()).isEqualTo(there);
    assertThat(till.view(added).path("version").longValue()).isPositive();
    assertThat(
            till.read(
                    till.send("POST", Till.CUSTOMERS, confirmed, "a-2"),
                    201,
                    Till.CUSTOMERS,
                    "post")
                .path("customer")
                .stringValue())
        .isEqualTo(added);
  }

  @Test
  void shelves_ofOneMember_keepOrderAndLimitAndFollowMerges() throws Exception {
    Shelves shelves = till.server.bean(Shelves.class);
    Actor.Staff sari = new Actor.Staff(new UUID(7, 1), "Sari", Set.of(Role.SERVICE));
    String one = till.arrive("c-20", "Lena", "Fox", "lena@example.org", "07700 900601");
    String two = till.arrive("c-21", "Milo", "Roe", "milo@example.org", "07700 900602");
    shelves.visited(sari, CustomerId.parse(one));
    shelves.visited(sari, CustomerId.parse(two));
    shelves.pin(sari, CustomerId.parse(one));
    Shelves.Shelf shelf = shelves.of(sari, AccessPurpose.SERVICE, 8);
    assertThat(shelf.pinned()).extracting(each -> each.id().toString()).containsExactly(one);
    assertThat(shelf.recent()).extracting(each -> each.id().toString()).containsExactly(two);
    Actor.Staff other = new Actor.Staff(new UUID(7, 2), "Budi", Set.of(Role.SERVICE));
    assertThat(shelves.of(other, AccessPurpose.SERVICE, 8).recent()).isEmpty();

    till.server.post(
        "/api/v1/merges",
        "{\"customers\":[\"%s\",\"%s\"],\"reason\":\"same\"}".formatted(one, two),
        "shelf-1");
    till.catchUp();
    CustomerId into = CustomerId.parse(till.view(two).path("id").stringValue());
    assertThat(shelves.isPinned(sari, into)).isTrue();
    assertThat(shelves.of(sari, AccessPurpose.SERVICE, 8).recent()).isEmpty();
    shelves.unpin(sari, into);
    assertThat(shelves.isPinned(sari, into)).isFalse();
    for (int i = 0; i < Shelves.MOST_VISITED + 5; i++) {
      shelves.visited(sari, new CustomerId(new UUID(9, i)));
    }
    assertThat(
            till.server
                .bean(JdbcClient.class)
                .sql("select count(*) from profile.visited where staff = :staff")
                .param("staff", sari.id())
                .query(Integer.class)
                .single())
        .isEqualTo(Shelves.MOST_VISITED);
  }

  @Test
  void segments_countWhatWasBoughtFromTheLogAlone() {
    assertThat(till.server.bean(Segments.class).grid().customers()).hasSize(25);
  }

  @Test
  void people_ofAnOrganization_areFoundByItsName() throws Exception {
    String id = till.arrive("c-30", "Nora", "Kemp", "nora@example.org", "07700 900701");
    till.post(id, "corrections", "{\"values\":{\"organization\":\"Alton Brewery\"}}", 201);
    till.catchUp();
    assertThat(till.server.bean(CustomerSearch.class).findByOrganization("Alton Brewery", 5))
        .extracting(hit -> hit.customer().toString())
        .containsExactly(id);
  }

  @Test
  void timeline_byAPartOfANumber_showsTheOrderAndWhatIsAboutIt() throws Exception {
    SourceSystem shop = new SourceSystem("shop");
    till.server.submit(
        List.of(
            happened(shop, "t-1", InteractionType.PURCHASE, "WX-7001", null),
            happened(shop, "t-2", InteractionType.DELIVERY, null, "WX-7001"),
            happened(shop, "t-3", InteractionType.PURCHASE, "WX-9999", null)));
    CustomerId customer = CustomerId.parse(till.search("WX-7001"));
    Actor.Staff clerk = new Actor.Staff(new UUID(7, 3), "Clerk", Set.of(Role.SERVICE));
    assertThat(
            till.server
                .bean(Profiles.class)
                .timeline(
                    customer,
                    TimelineFilter.ALL.withNumber("7001"),
                    null,
                    10,
                    clerk,
                    AccessPurpose.SERVICE)
                .items())
        .extracting(TimelineEntry::type)
        .containsExactly(InteractionType.DELIVERY, InteractionType.PURCHASE);
  }

  private static IncomingEvent happened(
      SourceSystem shop,
      String message,
      InteractionType type,
      @Nullable String order,
      @Nullable String refersTo) {
    Instant at = Till.AT.plusSeconds(message.charAt(2));
    return new IncomingEvent(
        shop,
        Channel.WEB_ORDER,
        Party.FIRST_PARTY,
        Basis.OBSERVED,
        60,
        message,
        new IncomingEvent.Subject(shop, "t", SubjectKind.PERSON),
        List.of(new GivenValue(PersonalField.FAMILY_NAME, "Tern")),
        new Interaction(type, order, refersTo, null, null, null, null, null, null, null, List.of()),
        Map.of(),
        "GB",
        at,
        at);
  }
}
