package dev.bellwether.campaign.decision.api;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;

/**
 * A body of JSON that may be left out, and its content type with it: JAX-RS would refuse a {@code
 * POST} without one.
 */
@ApplicationScoped
public class OptionalBody {

  private final ObjectReader strict;

  public OptionalBody(ObjectMapper json) {
    this.strict = json.reader().with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  /**
   * Empty where nothing was sent. A field that the type does not know is refused: what somebody
   * decided with a typing error must not be decided without it.
   *
   * @param body null or empty where nothing was
   * @param type registered for reflection
   * @throws com.fasterxml.jackson.core.JsonProcessingException where it does not read; answered as
   *     any other body that does not
   */
  public <T> Optional<T> read(byte[] body, Class<T> type) throws IOException {
    return body == null || body.length == 0
        ? Optional.empty()
        : Optional.ofNullable(strict.forType(type).readValue(body));
  }
}
