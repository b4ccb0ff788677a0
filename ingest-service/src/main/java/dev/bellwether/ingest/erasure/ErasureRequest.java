package dev.bellwether.ingest.erasure;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.bellwether.ingest.privacy.Account;
import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.kit.request.StorableText;
import java.util.Locale;

/**
 * What a client asks for: a mention or an author, not both.
 *
 * @param mention id of a mention, {@code platform:nativeId}
 * @param author whose posts are to go
 * @param future also keep out what the author posts from now on; null means no
 * @param reason for the receipt, at most {@value #MAX_REASON} characters; should name nobody
 */
public record ErasureRequest(String mention, AuthorName author, Boolean future, String reason) {

  static final int MAX_REASON = 500;
  private static final int MAX_NAME = 289;

  /**
   * An account, with or without a leading {@code @}; case does not count.
   *
   * @param platform such as {@code x}
   */
  public record AuthorName(
      @JsonProperty(required = true) String platform,
      @JsonProperty(required = true) String account) {

    /**
     * @throws ProblemException 400 naming what is missing
     */
    AuthorName checked(String prefix) {
      String name = text(prefix + "account", account);
      String bare = name.startsWith("@") ? name.substring(1) : name;
      var checked =
          new AuthorName(
              text(prefix + "platform", platform).toLowerCase(Locale.ROOT),
              text(prefix + "account", bare));
      if (Account.normalised(checked.platform, checked.account) == null) {
        throw ProblemException.badRequest(
            prefix + "account",
            prefix + "account stands for nobody in particular; send the name of one account.");
      }
      return checked;
    }
  }

  /**
   * @throws ProblemException 400 naming the field and the remedy
   */
  Subject subject() {
    if ((mention == null) == (author == null)) {
      throw ProblemException.badRequest(
          "mention", "Send either mention, such as \"x:1\", or author with platform and account.");
    }
    if (reason != null) {
      if (reason.length() > MAX_REASON) {
        throw ProblemException.badRequest(
            "reason", "reason must have at most " + MAX_REASON + " characters.");
      }
      storable("reason", reason);
    }
    if (author != null) {
      AuthorName name = author.checked("author.");
      return new Subject.OfAuthor(name.platform(), name.account(), Boolean.TRUE.equals(future));
    }
    if (Boolean.TRUE.equals(future)) {
      throw ProblemException.badRequest(
          "future", "future goes with author; a mention that is erased stays out anyway.");
    }
    return mention(mention);
  }

  static Subject.OfMention mention(String id) {
    String checked = text("mention", id);
    int colon = checked.indexOf(':');
    if (colon < 1 || colon == checked.length() - 1) {
      throw ProblemException.badRequest(
          "mention", "mention must be platform:nativeId, such as \"x:1\".");
    }
    // as posts are taken: their platform in lower case
    return new Subject.OfMention(
        checked.substring(0, colon).toLowerCase(Locale.ROOT) + checked.substring(colon));
  }

  private static String text(String field, String value) {
    String text = value == null ? "" : value.strip();
    if (text.isEmpty() || text.length() > MAX_NAME) {
      throw ProblemException.badRequest(
          field, field + " must be a text of 1 to " + MAX_NAME + " characters.");
    }
    storable(field, text);
    return text;
  }

  private static void storable(String field, String text) {
    StorableText.flaw(text)
        .ifPresent(
            flaw -> {
              throw ProblemException.badRequest(field, field + " " + flaw + ".");
            });
  }
}
