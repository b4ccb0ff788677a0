package dev.bellwether.contracts.mention;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Who wrote a mention, without who that is.
 *
 * @param pseudonym keyed HMAC-SHA-256 of the platform and account, hexadecimal; null where the
 *     source named nobody
 * @param keyId which key made the pseudonym
 * @param followers at the time of observation, or null where unknown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Author(String pseudonym, String keyId, Long followers) {

  public static final Author UNKNOWN = new Author(null, null, null);
}
