package io.cornerstore.access.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornerstore.TrustServer;
import io.cornerstore.access.AccessDeniedProblem;
import io.cornerstore.access.Actor;
import io.cornerstore.access.ApiKey;
import io.cornerstore.access.ApiKeys;
import io.cornerstore.access.ApiScope;
import io.cornerstore.access.NewStaff;
import io.cornerstore.access.PasswordRefused;
import io.cornerstore.access.Role;
import io.cornerstore.access.StaffAccount;
import io.cornerstore.access.StaffAccounts;
import io.cornerstore.audit.AuditTrail;
import io.cornerstore.kernel.SourceSystem;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StaffAccountsModuleTest {

  private static final Actor LAUNCHER = new Actor.Machine("launcher");
  private static final String GOOD = "kucing payung gunung teh";

  private TrustServer server;
  private StaffAccounts accounts;
  private StaffDirectory directory;
  private ApiKeys keys;

  @BeforeAll
  void start() {
    server = TrustServer.start();
    accounts = server.bean(StaffAccounts.class);
    directory = server.bean(StaffDirectory.class);
    keys = server.bean(ApiKeys.class);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private StaffAccount make(String name, Role... roles) {
    return accounts.create(LAUNCHER, new NewStaff(name, "Somebody", Set.of(roles), GOOD));
  }

  private static Actor.Staff actor(StaffAccount account) {
    return new Actor.Staff(account.id(), account.displayName(), account.roles());
  }

  private List<String> actions(UUID id) {
    return server.bean(AuditTrail.class).about(List.of("staff:" + id), 10).stream()
        .map(recorded -> recorded.entry().action())
        .toList();
  }

  @Test
  void create_isFoundInAnyCase_passwordKeptAsArgon2id_andRecorded() {
    StaffAccount account = make("Wayan.Sari", Role.SERVICE, Role.STEWARD);

    assertThat(account.signInName()).isEqualTo("wayan.sari");
    assertThat(accounts.find(account.id())).contains(account);
    assertThat(accounts.list()).contains(account);
    assertThat(directory.findByName(" WAYAN.sari "))
        .hasValueSatisfying(found -> {
          assertThat(found.passwordHash()).startsWith("$argon2id$").doesNotContain("kucing");
          assertThat(found.staff().roles()).containsExactlyInAnyOrder(Role.SERVICE, Role.STEWARD);
        });
    assertThat(actions(account.id())).containsExactly("staff.create");
    assertThat(account.toString()).doesNotContain("wayan");
  }

  @Test
  void create_nameTakenInOtherCase_isRefused() {
    make("taken", Role.SERVICE);
    assertThatThrownBy(() -> make("TAKEN", Role.SERVICE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("taken");
  }

  @Test
  void create_easyPassword_isRefusedAndLeavesNothing() {
    var easy = new NewStaff("easy", "Easy", Set.of(), "passwordpassword");
    assertThatThrownBy(() -> accounts.create(LAUNCHER, easy)).isInstanceOf(PasswordRefused.class);
    assertThat(directory.findByName("easy")).isEmpty();
  }

  @Test
  void change_byAnybodyElse_isRefused() {
    StaffAccount account = make("victim", Role.SERVICE);
    for (Role role : Role.values()) {
      if (role != Role.ADMINISTRATOR) {
        var other = new Actor.Staff(UUID.randomUUID(), "Other", Set.of(role));
        assertThatThrownBy(() -> accounts.setRoles(other, account.id(), Set.of(role)))
            .isInstanceOf(AccessDeniedProblem.class);
        assertThatThrownBy(() -> accounts.setPassword(other, account.id(), GOOD + " x"))
            .isInstanceOf(AccessDeniedProblem.class);
        assertThatThrownBy(() -> accounts.lock(other, account.id()))
            .isInstanceOf(AccessDeniedProblem.class);
      }
    }
    var key = new Actor.Machine("key", Set.of());
    assertThatThrownBy(() -> accounts.lock(key, account.id()))
        .isInstanceOf(AccessDeniedProblem.class);
    accounts.setPassword(actor(account), account.id(), "meja kursi jendela langit");
    assertThat(actions(account.id())).containsExactly("staff.set-password", "staff.create");
  }

  @Test
  void changes_endSessionsBegunBefore() {
    StaffAccount account = make("session", Role.SERVICE);
    int first = directory.findByName("session").orElseThrow().version();
    assertThat(directory.holds(account.id(), first)).isTrue();

    accounts.setRoles(LAUNCHER, account.id(), Set.of(Role.STEWARD));
    assertThat(directory.holds(account.id(), first)).isFalse();

    int second = directory.findByName("session").orElseThrow().version();
    accounts.lock(LAUNCHER, account.id());
    assertThat(directory.holds(account.id(), second)).isFalse();
    accounts.unlock(LAUNCHER, account.id());
    assertThat(directory.holds(account.id(), second)).isFalse();
    assertThat(actions(account.id()))
        .containsExactly("staff.unlock", "staff.lock", "staff.set-roles", "staff.create");
  }

  @Test
  void lastAdministrator_cannotBeLockedOrDemoted() {
    StaffAccount only = make("admin-one", Role.ADMINISTRATOR);
    assertThatThrownBy(() -> accounts.lock(LAUNCHER, only.id()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> accounts.setRoles(LAUNCHER, only.id(), Set.of(Role.SERVICE)))
        .isInstanceOf(IllegalArgumentException.class);
    StaffAccount second = make("admin-two", Role.ADMINISTRATOR);
    accounts.lock(actor(second), only.id());
    assertThatThrownBy(() -> accounts.lock(LAUNCHER, second.id()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void randomPassword_passesTheRules_andIsNeverTheSame() {
    String first = accounts.randomPassword();
    new PasswordRules().require(first, "admin");
    assertThat(first)
        .matches("[a-z2-9]{4}(-[a-z2-9]{4}){4}")
        .isNotEqualTo(accounts.randomPassword());
  }

  @Test
  void key_issued_isFoundUntilDisabled_andItsSecretIsNowhere() {
    var shop = new SourceSystem("webshop");
    String secret = keys.issue(LAUNCHER, "shop-key", shop, Set.of(ApiScope.WRITE));

    assertThat(secret).matches("cs_[A-Za-z0-9_-]{43}");
    assertThat(keys.find(secret)).contains(new ApiKey("shop-key", shop, Set.of(ApiScope.WRITE)));
    assertThat(keys.find(secret + "x")).isEmpty();
    assertThat(keys.find("")).isEmpty();
    assertThat(keys.list()).extracting(ApiKey::name).contains("shop-key");
    assertThat(keys.issued())
        .filteredOn(issued -> issued.key().name().equals("shop-key"))
        .singleElement()
        .satisfies(issued -> {
          assertThat(issued.used()).isAfterOrEqualTo(issued.at());
          assertThat(issued.disabled()).isNull();
        });
    assertThat(
            server
                .bean(JdbcClient.class)
                .sql("select count(*) from access.api_key k where strpos(k::text, :secret) > 0")
                .param("secret", secret)
                .query(Long.class)
                .single())
        .isZero();

    keys.disable(LAUNCHER, "shop-key");
    assertThat(keys.find(secret)).isEmpty();
    assertThat(keys.list()).extracting(ApiKey::name).doesNotContain("shop-key");
    assertThat(keys.issued())
        .filteredOn(issued -> issued.key().name().equals("shop-key"))
        .allSatisfy(issued -> assertThat(issued.disabled()).isNotNull());
    assertThatThrownBy(() -> keys.issue(LAUNCHER, "shop-key", shop, Set.of(ApiScope.WRITE)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void key_byWhoMayNot_orWithoutWhatItNeeds_isRefused() {
    var service = new Actor.Staff(UUID.randomUUID(), "S", Set.of(Role.SERVICE));
    assertThatThrownBy(() -> keys.issue(service, "k", null, Set.of(ApiScope.SERVICE)))
        .isInstanceOf(AccessDeniedProblem.class);
    assertThatThrownBy(() -> keys.issue(LAUNCHER, "k", null, Set.of(ApiScope.WRITE)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> keys.issue(LAUNCHER, "k", null, Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void key_underANameThatThePartsOfTheProductActBy_isRefused() {
    for (String name : ApiKeys.RESERVED) {
      assertThatThrownBy(() -> keys.issue(LAUNCHER, name, null, Set.of(ApiScope.SERVICE)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(name)
          .hasMessageContaining("Maybe");
    }
    assertThat(ApiKeys.RESERVED).contains("command-line");
    assertThat(keys.list()).extracting(ApiKey::name).doesNotContainAnyElementsOf(ApiKeys.RESERVED);
  }
}
