package io.cornerstore.console.customer;

import static io.cornerstore.profile.SampleRecord.record;
import static io.cornerstore.profile.SampleRecord.subject;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.console.view.CustomerPage;
import io.cornerstore.console.view.Language;
import io.cornerstore.console.view.Wording;
import io.cornerstore.intake.InteractionType;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.profile.CustomerView;
import io.cornerstore.profile.ProfileFixture;
import io.cornerstore.profile.TimelineFilter;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The columns of "extra" on the customer page. */
class ExtraColumnsTest {

  private static final CustomerId ADA = new CustomerId(new UUID(1, 1));

  private ProfileFixture fixture;

  @BeforeEach
  void open() {
    fixture = ProfileFixture.open();
    fixture
        .records()
        .add(
            record(1)
                .from("crm", Channel.WEB_FORM)
                .with(PersonalField.FAMILY_NAME, "Hale")
                .extra("segment", "garden"),
            record(2)
                .from("shop", Channel.STORE_PURCHASE)
                .happened(InteractionType.PURCHASE)
                .extra("till", "7")
                .extra("cashier", "Eve"));
    fixture.customers().put(ADA, subject(1));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private CustomerView view(Actor actor, AccessPurpose purpose) {
    return fixture.profiles().view(ADA, actor, purpose).orElseThrow();
  }

  private static List<String> remarks(CustomerView view) {
    return new TimelineColumn(view, Wording.of(Language.ENGLISH))
        .timeline(TimelineFilter.ALL, view.recent()).days().stream()
            .flatMap(day -> day.entries().stream())
            .flatMap(entry -> entry.remarks().stream())
            .toList();
  }

  @Test
  void extras_forService_standByThePersonAndByWhatHappened() {
    CustomerView view = view(ProfileFixture.CLERK, AccessPurpose.SERVICE);

    assertThat(new WhoColumn(view, Wording.of(Language.ENGLISH)).extras())
        .extracting(CustomerPage.Extra::name, CustomerPage.Extra::value)
        .containsExactly(org.assertj.core.api.Assertions.tuple("segment", "garden"));
    assertThat(remarks(view)).containsExactly("cashier: Eve", "till: 7");
  }

  @Test
  void extras_forMarketers_areClosed() {
    CustomerView view = view(ProfileFixture.MARKETER, AccessPurpose.ANALYSIS);

    assertThat(new WhoColumn(view, Wording.of(Language.ENGLISH)).extras())
        .allMatch(CustomerPage.Extra::masked);
    assertThat(remarks(view)).noneMatch(remark -> remark.contains("Eve"));
  }
}
