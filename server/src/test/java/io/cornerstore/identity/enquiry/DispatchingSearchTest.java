package io.cornerstore.identity.enquiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.identity.CustomerSearch;
import io.cornerstore.identity.IdentityWorld;
import io.cornerstore.identity.People;
import io.cornerstore.intake.LookupField;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.linkage.PartialDate;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DispatchingSearchTest {

  private final IdentityWorld world = IdentityWorld.frozen();

  @BeforeEach
  void resolvePeople() throws InterruptedException {
    world.ada("crm", "1");
    People.ada(world.log.about("web", "77")).with(PersonalField.EXTERNAL_ID, "SO-43793").add();
    world.log.about("crm", "2").named("Bertram", "Oak").phone("+12025550177").add();
    world.resolve();
  }

  @AfterEach
  void close() {
    world.close();
  }

  private CustomerSearch search() {
    return new DispatchingSearch(world.log, world.customers, world.process().resident());
  }

  private CustomerId customer(String source, String key) {
    SubjectId subject = io.cornerstore.identity.MemoryLog.subject(source, key);
    return world.customerOf(subject);
  }

  @Test
  void find_emailOfTwoSubjects_givesTheirCustomerOnce() {
    assertThat(search().find(" ada.quill@example.org ", 10))
        .first()
        .isEqualTo(new CustomerSearch.Hit(customer("crm", "1"), 1, "email"));
    assertThat(search().find("ada.quill@example.org", 10))
        .extracting(CustomerSearch.Hit::customer)
        .doesNotHaveDuplicates();
  }

  @Test
  void find_emailOfAFamily_givesTheOneMostSubjectsNameItForFirst() throws InterruptedException {
    world.log.about("crm", "3").named("Eve", "Quill").mail("quill.family@example.org").add();
    for (String key : new String[] {"4", "5"}) {
      world
          .log
          .about(key.equals("4") ? "crm" : "web", key)
          .named("Zora", "Quill")
          .born("1975-02-03")
          .mail("quill.family@example.org")
          .phone("+12025550199")
          .at("9 Low Street", "Exampleton", "EX2 2BB")
          .add();
    }
    world.resolve();
    assertThat(customer("crm", "4")).isEqualTo(customer("web", "5"));

    assertThat(search().find("quill.family@example.org", 10))
        .extracting(CustomerSearch.Hit::customer)
        .startsWith(customer("crm", "4"))
        .contains(customer("crm", "3"));
  }

  @Test
  void find_phoneOrderAndId_areRecognized() {
    assertThat(search().find("+12025550177", 10))
        .contains(new CustomerSearch.Hit(customer("crm", "2"), 1, "phone"));
    assertThat(search().find("SO-43793", 10))
        .contains(new CustomerSearch.Hit(customer("crm", "1"), 1, "order"));
    assertThat(search().find(customer("crm", "2").toString(), 10))
        .containsExactly(new CustomerSearch.Hit(customer("crm", "2"), 1, "customer"));
  }

  @Test
  void find_nameWithATypingError_findsByTheIndex() {
    assertThat(search().find("bertrm oak", 10))
        .first()
        .satisfies(hit -> assertThat(hit.customer()).isEqualTo(customer("crm", "2")));
  }

  @Test
  void find_postcode_givesThoseWhoLiveThereAlone() throws InterruptedException {
    world.log.about("crm", "3").named("Cleo", "Elm").at("2 Low Lane", "Town", "EX1 1AB").add();
    world.log.about("crm", "4").named("Emil", "Ash").at("Ring 3", "Wien", "1010").add();
    world.resolve();

    assertThat(search().find("ex1 1aa", 10))
        .filteredOn(hit -> hit.foundBy().equals("postcode"))
        .extracting(CustomerSearch.Hit::customer)
        .containsExactly(customer("crm", "1"));
    assertThat(search().find("1010", 10))
        .extracting(CustomerSearch.Hit::customer)
        .contains(customer("crm", "4"));
  }

  @Test
  void find_nothingTyped_findsNothing() {
    assertThat(search().find("  ", 10)).isEmpty();
    assertThat(search().find("nobody.here@example.org", 10)).isEmpty();
  }

  @Test
  void find_whileTheIndexIsLoading_answersByExactLookups() {
    world.restart();

    assertThat(search().find("ada.quill@example.org", 10))
        .containsExactly(new CustomerSearch.Hit(customer("crm", "1"), 1, "email"));
  }

  @Test
  void lookups_ofWhatIsTyped_followItsForm() {
    assertThat(SearchText.of("jon smith").lookups()).isEmpty();
    assertThat(SearchText.of("j.smith@example.org").lookups()).contains(LookupField.EMAIL);
    assertThat(SearchText.of("0202 555 0101").lookups()).contains(LookupField.PHONE);
    assertThat(SearchText.of("EX1 1AA").lookups()).isEqualTo(Set.of(LookupField.POSTAL_CODE));
    assertThat(SearchText.of("43793").lookups())
        .contains(LookupField.ORDER, LookupField.LOYALTY_CARD, LookupField.SUBJECT_KEY);
  }

  @Test
  void find_beginningOfAnEmail_finds() {
    assertThat(search().find("ada.qui", 10))
        .first()
        .satisfies(hit -> {
          assertThat(hit.customer()).isEqualTo(customer("crm", "1"));
          assertThat(hit.foundBy()).isEqualTo("email-start");
        });
  }

  @Test
  void find_nameWithYearOfBirth_tellsNamesakesApart() throws InterruptedException {
    world.log.about("crm", "8").named("Vera", "Stone").born("1951-02-03").add();
    world.log.about("crm", "9").named("Vera", "Stone").born("1983-02-03").add();
    world.resolve();
    assertThat(search().find("vera stone 1983", 10))
        .first()
        .isEqualTo(new CustomerSearch.Hit(customer("crm", "9"), 1, "name-birth"));
    assertThat(search().find("stone, 3.2.1951", 10))
        .first()
        .extracting(CustomerSearch.Hit::customer)
        .isEqualTo(customer("crm", "8"));
  }

  @Test
  void find_nameWithOrderNumber_finds() {
    assertThat(search().find("quill SO-43793", 10))
        .first()
        .satisfies(hit -> assertThat(hit.customer()).isEqualTo(customer("crm", "1")));
  }

  @Test
  void find_lastDigitsOfAPhone_finds() {
    assertThat(search().find("50177", 10))
        .contains(new CustomerSearch.Hit(customer("crm", "2"), 1, "phone-part"));
  }

  @Test
  void find_swappedName_finds() {
    assertThat(search().find("oak bertram", 10))
        .first()
        .extracting(CustomerSearch.Hit::customer)
        .isEqualTo(customer("crm", "2"));
  }

  @Test
  void birth_ofWhatIsTyped_isSeenInItsForms() {
    assertThat(SearchText.of("hale 1980").birth()).contains(new PartialDate(1980, 0, 0));
    assertThat(SearchText.of("hale 17.5.1980").birth()).contains(new PartialDate(1980, 5, 17));
    assertThat(SearchText.of("hale 1980-05-17").birth()).contains(new PartialDate(1980, 5, 17));
    assertThat(SearchText.of("hale 99.99.1980").birth()).isEmpty();
    assertThat(SearchText.of("1980").besideBirth()).isEmpty();
    assertThat(SearchText.of("hale 1980").besideBirth()).contains("hale");
    assertThat(SearchText.of("hale W-1001").codes()).containsExactly("W-1001");
    assertThat(SearchText.of("6034 1234 55").lookups()).contains(LookupField.ORDER);
  }
}
