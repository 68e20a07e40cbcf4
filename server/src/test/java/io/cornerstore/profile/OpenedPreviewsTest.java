package io.cornerstore.profile;

import static io.cornerstore.profile.SampleRecord.record;
import static io.cornerstore.profile.SampleRecord.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornerstore.access.AccessDeniedProblem;
import io.cornerstore.access.AccessPurpose;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.PersonalField;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenedPreviewsTest {

  private static final CustomerId ADA = new CustomerId(new UUID(1, 1));
  private static final CustomerId BEN = new CustomerId(new UUID(1, 2));

  private ProfileFixture fixture;

  @BeforeEach
  void open() {
    fixture = ProfileFixture.open();
    fixture
        .records()
        .add(
            record(1)
                .from("crm", Channel.WEB_FORM)
                .of(subject(1))
                .with(PersonalField.FAMILY_NAME, "Hale"),
            record(2)
                .from("shop", Channel.STORE_PURCHASE)
                .of(subject(2))
                .with(PersonalField.EMAIL, "hale@example.org"));
    fixture.customers().put(ADA, subject(1));
    fixture.customers().put(BEN, subject(2));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void of_aloneAndTogether_showsWhatEachWouldSay_andRecordsTheReading() {
    List<CustomerView> views =
        fixture
            .previews()
            .of(
                List.of(Set.of(subject(1)), Set.of(subject(2)), Set.of(subject(1), subject(2))),
                ProfileFixture.CLERK,
                AccessPurpose.SERVICE);

    assertThat(views).hasSize(3);
    assertThat(views.get(0).find(PersonalField.EMAIL)).isEmpty();
    assertThat(views.get(1).find(PersonalField.FAMILY_NAME)).isEmpty();
    assertThat(views.get(2).find(PersonalField.EMAIL)).isPresent();
    assertThat(views.get(2).find(PersonalField.FAMILY_NAME)).isPresent();
    assertThat(views.get(2).identity().subjects()).isEqualTo(2);
    assertThat(fixture.profiles().accessLog(ADA, 5, ProfileFixture.CLERK, AccessPurpose.SERVICE))
        .anyMatch(entry -> entry.entry().action().equals("profile.preview"));
  }

  @Test
  void of_subjectsNobodyKnows_areLeftOut() {
    assertThat(
            fixture
                .previews()
                .of(
                    List.of(Set.of(subject(9)), Set.of(subject(1))),
                    ProfileFixture.CLERK,
                    AccessPurpose.SERVICE))
        .hasSize(1);
  }

  @Test
  void of_aPurposeNotTheirs_isRefused() {
    assertThatThrownBy(() ->
            fixture
                .previews()
                .of(List.of(Set.of(subject(1))), ProfileFixture.CLERK, AccessPurpose.STEWARDSHIP))
        .isInstanceOf(AccessDeniedProblem.class);
  }
}
