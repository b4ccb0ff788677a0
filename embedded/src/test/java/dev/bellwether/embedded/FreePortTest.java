package dev.bellwether.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreePortTest {

  @Test
  void portsAreNeverGivenTwiceAndLieBelowThoseOfOutgoingConnections() {
    List<Integer> ports = IntStream.range(0, 200).mapToObj(i -> FreePort.find()).toList();

    assertEquals(ports.size(), ports.stream().distinct().count());
    assertTrue(ports.stream().allMatch(port -> port >= 1024 && port < 32_768), ports::toString);
  }
}
