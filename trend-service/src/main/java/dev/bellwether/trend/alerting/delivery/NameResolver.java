package dev.bellwether.trend.alerting.delivery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds a host's addresses. */
@FunctionalInterface
interface NameResolver {

  /** The Java platform's. It may block for as long as the system's resolver does. */
  NameResolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

  /**
   * @return at least one, the preferred first
   */
  List<InetAddress> addresses(String host) throws UnknownHostException;
}
