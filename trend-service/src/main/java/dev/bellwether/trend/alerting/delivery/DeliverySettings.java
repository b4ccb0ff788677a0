package dev.bellwether.trend.alerting.delivery;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an operator says of receivers. */
@Singleton
public class DeliverySettings {

  private final AddressPolicy addresses;
  private final ReceiverRules rules;
  private final Optional<URI> publicUrl;
  private final Optional<String> sender;

  /**
   * @param allowedNetworks whose addresses receivers may have besides public ones (CIDR)
   * @param allowedPorts ports and ranges of them
   * @param allowHttp whether messages may travel unencrypted
   * @param publicUrl the gateway's address for people
   * @param sender whom mails come from
   * @throws IllegalArgumentException when one of them does not read
   */
  public DeliverySettings(
      @ConfigProperty(name = "bellwether.alerting.allowed-networks")
          Optional<List<String>> allowedNetworks,
      @ConfigProperty(name = "bellwether.alerting.allowed-ports", defaultValue = "443,80,8443")
          List<String> allowedPorts,
      @ConfigProperty(name = "bellwether.alerting.allow-http", defaultValue = "false")
          boolean allowHttp,
      @ConfigProperty(name = "bellwether.public-url") Optional<URI> publicUrl,
      @ConfigProperty(name = "quarkus.mailer.from") Optional<String> sender) {
    this.addresses =
        new AddressPolicy(
            allowedNetworks.orElse(List.of()).stream()
                .map(String::strip)
                .map(NetworkRange::parse)
                .toList());
    this.rules =
        new ReceiverRules(
            allowHttp, allowedPorts.stream().map(String::strip).map(PortRange::parse).toList());
    this.publicUrl = publicUrl;
    this.sender = sender;
  }

  AddressPolicy addresses() {
    return addresses;
  }

  /** What a receiver's address must look like here. */
  public ReceiverRules rules() {
    return rules;
  }

  /** Null where the operator names none. */
  URI publicUrl() {
    return publicUrl.orElse(null);
  }

  Optional<String> sender() {
    return sender;
  }
}
