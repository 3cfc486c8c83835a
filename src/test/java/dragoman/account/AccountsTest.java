package dragoman.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dragoman.storage.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsTest {
  private final SetClock clock = new SetClock();
  private Database database;
  private Accounts accounts;

  @BeforeEach
  void open(@TempDir Path folder) {
    database = Database.inFolder(folder);
    accounts = Accounts.open(database, clock);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theFirstStartMakesDeskAdministratorAndTheNextFindsThem() {
    Person desk = accounts.administrator();
    assertEquals("Desk", desk.name());
    assertEquals("DK", desk.initials());
    assertEquals(desk, accounts.administrator());
    assertEquals(1, accounts.people().list().size());
  }

  @Test
  void aLinkIsGoodForAWeek() {
    Person desk = accounts.administrator();
    String late = accounts.sessions().link(desk, "test");
    clock.pass(Sessions.LINK_LASTS);
    assertTrue(accounts.sessions().signInByLink(late).isEmpty());
    String timely = accounts.sessions().link(desk, "test");
    clock.pass(Sessions.LINK_LASTS.minusSeconds(1));
    assertTrue(accounts.sessions().signInByLink(timely).isPresent());
  }

  @Test
  void aSessionLastsAsLongAsItIsUsed() {
    Person desk = accounts.administrator();
    String secret = signIn(desk);
    for (int i = 0; i < 4; i++) {
      clock.pass(Duration.ofDays(20));
      assertTrue(accounts.sessions().find(secret).isPresent());
    }
    clock.pass(Sessions.LASTS);
    assertTrue(accounts.sessions().find(secret).isEmpty());
  }

  @Test
  void aFreshSessionIsNotWrittenAgainAtEveryRequest() {
    String secret = signIn(accounts.administrator());
    clock.pass(Duration.ofHours(1));
    assertFalse(accounts.sessions().find(secret).orElseThrow().extended());
    clock.pass(Duration.ofHours(6));
    assertTrue(accounts.sessions().find(secret).orElseThrow().extended());
    assertFalse(accounts.sessions().find(secret).orElseThrow().extended());
  }

  @Test
  void noSecretIsInTheDatabase() {
    Person desk = accounts.administrator();
    String link = accounts.sessions().link(desk, "test");
    String session = signIn(desk);
    String token = accounts.tokens().issue(desk, "nightly", "test");
    accounts.people().setPassword(desk, "correct horse battery", "test");
    for (String table :
        List.of("person", "sign_in_link", "sign_in_session", "access_token", "audit_entry")) {
      String all =
          database
              .jdbi()
              .withHandle(
                  h -> h.createQuery("SELECT * FROM " + table).mapToMap().list().toString());
      for (String secret : List.of(link, session, token, "correct horse battery")) {
        assertFalse(all.contains(secret), table);
      }
    }
  }

  @Test
  void changingThePasswordEndsTheOtherSessions() {
    Person desk = accounts.administrator();
    String kept = signIn(desk);
    String other = signIn(desk);
    accounts.changePassword(
        accounts.sessions().find(kept).orElseThrow(), "", "Göygöl dağ havası", "127.0.0.1");
    assertTrue(accounts.sessions().find(kept).isPresent());
    assertTrue(accounts.sessions().find(other).isEmpty());
  }

  @Test
  void tooManyWrongPasswordsWaitAndOthersAreNotLockedOut() {
    Person desk = accounts.administrator();
    accounts.people().setPassword(desk, "Göygöl dağ havası", "test");
    for (int i = 0; i < 5; i++) {
      assertTrue(
          accounts.sessions().signInByPassword("Desk", "wrong password", "10.0.0.1").isEmpty());
    }
    assertThrows(
        TooManyAttemptsException.class,
        () -> accounts.sessions().signInByPassword("Desk", "Göygöl dağ havası", "10.0.0.1"));
    assertTrue(
        accounts.sessions().signInByPassword("Desk", "Göygöl dağ havası", "10.0.0.2").isPresent());
    clock.pass(Duration.ofMinutes(16));
    assertTrue(
        accounts.sessions().signInByPassword("Desk", "Göygöl dağ havası", "10.0.0.1").isPresent());
  }

  @Test
  void aNameIsOneNameInAnyNormalizationAndIsTakenOnce() {
    accounts.people().add("Şəfəq", "ŞF", Role.TRANSLATOR, "test");
    assertTrue(accounts.people().find("S\u0327əfəq").isPresent());
    IllegalArgumentException taken =
        assertThrows(
            IllegalArgumentException.class,
            () -> accounts.people().add("S\u0327əfəq ", "ŞF", Role.TRANSLATOR, "test"));
    assertTrue(taken.getMessage().contains("already called"), taken.getMessage());
  }

  @Test
  void eachRoleMayWhatTheOneBelowMayAndMore() {
    int before = 0;
    for (Role role : Role.values()) {
      Person person = new Person(1, "A", "A", role, true, false, 1);
      int allowed = 0;
      for (Permission permission : Permission.values()) {
        allowed += permission.allows(person) ? 1 : 0;
      }
      assertTrue(allowed > before, role.name());
      before = allowed;
    }
    assertEquals(Permission.values().length, before);
    Person gone = new Person(1, "A", "A", Role.ADMINISTRATOR, false, false, 1);
    assertFalse(Permission.TRANSLATE.allows(gone));
  }

  @Test
  void everythingRunsOnPostgresToo() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        Database other =
            Database.at(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres")) {
      Accounts there = Accounts.open(other, clock);
      Person desk = there.administrator();
      String link = there.sessions().link(desk, "test");
      SignedIn in = there.sessions().signInByLink(link).orElseThrow();
      clock.pass(Duration.ofDays(1));
      assertTrue(there.sessions().find(in.secret()).orElseThrow().extended());
      String token = there.tokens().issue(desk, "nightly", "test");
      assertEquals(desk, there.tokens().find(token).orElseThrow());
      assertTrue(there.tokens().list().get(0).usedAt().isPresent());
      Person leyla = there.people().add("Leyla", "LM", Role.TRANSLATOR, "test");
      there.people().setPassword(leyla, "Göygöl dağ havası", "test");
      assertTrue(
          there.sessions().signInByPassword("Leyla", "Göygöl dağ havası", "::1").isPresent());
      there.sessions().signOut(in.session());
      assertTrue(there.sessions().find(in.secret()).isEmpty());
      assertEquals("signed out", there.trail().latest(0, 1).get(0).action());
    }
  }

  private String signIn(Person person) {
    String link = accounts.sessions().link(person, "test");
    return accounts.sessions().signInByLink(link).orElseThrow().secret();
  }

  private static final class SetClock extends Clock {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
