package dragoman.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.Optional;

/** Argon2id hashes of passwords (RFC 9106; OWASP's 19 MiB, two passes). */
final class Passwords {
  /** The least length of a password, in UTF-16 units. */
  static final int LEAST = 10;

  private static final int MOST = 200;
  private static final Argon2Function FUNCTION =
      Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

  String hash(String password) {
    if (password.isBlank()) {
      throw new IllegalArgumentException(
          "A password of nothing but spaces is none; choose another.");
    }
    if (password.length() < LEAST || password.length() > MOST) {
      throw new IllegalArgumentException(
          "A password has "
              + LEAST
              + " to "
              + MOST
              + " characters; this one has "
              + password.length()
              + ".");
    }
    return Password.hash(password).addRandomSalt(16).with(FUNCTION).getResult();
  }

  /** Whether a password fits; a missing hash takes as long as a wrong password. */
  boolean matches(Optional<String> hash, String password) {
    if (password.length() > MOST) {
      return false;
    }
    if (hash.isEmpty()) {
      Password.hash(password).addRandomSalt(16).with(FUNCTION);
      return false;
    }
    return Password.check(password, hash.get())
        .with(Argon2Function.getInstanceFromHash(hash.get()));
  }
}
