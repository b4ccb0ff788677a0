package dev.bellwether.trend.alerting.definition;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.trend.alerting.channel.Channel;
import dev.bellwether.trend.alerting.channel.ChannelKind;
import dev.bellwether.trend.alerting.channel.ChannelSecrets;
import dev.bellwether.trend.alerting.channel.SigningSecret;
import dev.bellwether.trend.alerting.delivery.Mailbox;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A channel as a client sends it, and, without {@code secret}, as the database keeps it. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Where alerts are sent")
public record ChannelDefinition(
    @Schema(description = "Unique in the workspace, at most 200 characters", required = true)
        String name,
    @Schema(description = "webhook, slack or email; it cannot be changed", required = true)
        String kind,
    @Schema(description = "left out: true. True again also ends what the outbox has disabled")
        Boolean enabled,
    @Schema(
            description =
                "Of a webhook or of Slack, https. Slack's is a secret: it is answered without its path, and kept where"
                    + " a change leaves it out")
        String url,
    @Schema(description = "Mailboxes, 1 to 20, where kind is email") List<String> to,
    @Schema(
            description =
                "A webhook's own secret, whsec_ and base64 of 24 to 64 bytes, when it is made; left out: one is made."
                    + " Answered once")
        String secret) {

  private static final int LONGEST = 200;
  private static final int LONGEST_URL = 2_000;
  private static final int LONGEST_ADDRESS = 254;
  private static final int MOST_ADDRESSES = 20;

  public static ChannelDefinition of(Channel channel) {
    return new ChannelDefinition(
        channel.name(),
        channel.kind().label(),
        channel.enabled(),
        channel.url(),
        channel.kind() == ChannelKind.EMAIL ? channel.to() : null,
        null);
  }

  /**
   * @throws ProblemException 400 naming the field and the remedy
   */
  public Channel toChannel(String id, int version) {
    ChannelKind what = toKind();
    String where =
        switch (what) {
          case WEBHOOK -> checkedUrl().toString();
          case SLACK -> url == null ? null : shown(checkedUrl());
          case EMAIL -> null;
        };
    return new Channel(
        id,
        version,
        Field.required("name", name, LONGEST),
        enabled == null || enabled,
        what,
        where,
        toMailboxes(what),
        null,
        null);
  }

  /**
   * As {@link #toChannel}, of what the database keeps.
   *
   * @throws IllegalStateException when it does not read
   */
  public Channel stored(String id, int version) {
    ChannelKind what =
        ChannelKind.of(kind)
            .orElseThrow(() -> new IllegalStateException("a stored channel does not read"));
    return new Channel(id, version, name, enabled == null || enabled, what, url, to, null, null);
  }

  /**
   * What of it is secret; empty where nothing is.
   *
   * @throws ProblemException 400 naming the field and the remedy
   */
  public Optional<ChannelSecrets> secrets() {
    return switch (toKind()) {
      case WEBHOOK -> Optional.of(ChannelSecrets.ofWebhook(toSecret()));
      case SLACK -> Optional.of(ChannelSecrets.ofSlack(checkedUrl().toString()));
      case EMAIL -> Optional.empty();
    };
  }

  private String toSecret() {
    if (secret == null) {
      return SigningSecret.fresh();
    }
    if (!SigningSecret.isOne(secret)) {
      throw Field.wrong(
          "secret", "must be whsec_ and base64 of 24 to 64 bytes; leave it out to have one made.");
    }
    return secret;
  }

  public ChannelKind toKind() {
    return ChannelKind.of(String.valueOf(kind))
        .orElseThrow(() -> Field.wrong("kind", "is webhook, slack or email."));
  }

  private URI checkedUrl() {
    String text = Field.required("url", url, LONGEST_URL);
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw Field.wrong("url", "is no URL; give one such as https://example.org/hook.");
    }
    if (uri.getScheme() == null || uri.getHost() == null) {
      throw Field.wrong("url", "must begin with https:// and a host.");
    }
    return uri;
  }

  /**
   * Where it sends to over HTTP; empty where it does not, or a change leaves Slack's out.
   *
   * @throws ProblemException 400 when it does not read
   */
  public Optional<URI> address() {
    return toKind() == ChannelKind.EMAIL || (url == null && toKind() == ChannelKind.SLACK)
        ? Optional.empty()
        : Optional.of(checkedUrl());
  }

  private static String shown(URI uri) {
    return uri.getScheme() + "://" + uri.getAuthority();
  }

  private List<String> toMailboxes(ChannelKind what) {
    if (what != ChannelKind.EMAIL) {
      return List.of();
    }
    if (to == null || to.isEmpty()) {
      throw Field.wrong("to", "is empty; give at least one mailbox.");
    }
    var mailboxes = Field.texts("to", to, MOST_ADDRESSES, LONGEST_ADDRESS);
    for (String mailbox : mailboxes) {
      Optional<String> flaw = Mailbox.flaw(mailbox);
      if (flaw.isPresent()) {
        throw ProblemException.badRequest("to", flaw.get());
      }
    }
    return mailboxes.stream().distinct().toList();
  }
}
