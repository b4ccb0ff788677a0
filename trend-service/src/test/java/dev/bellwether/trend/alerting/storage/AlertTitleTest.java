package dev.bellwether.trend.alerting.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AlertTitleTest {

  @Test
  void aTitleTellsHowManySignalsThereAreBesideTheFirst() {
    assertEquals("rule: cola jumped", AlertTitle.counted("rule: cola jumped", 1));
    assertEquals("rule: cola jumped and 2 more", AlertTitle.counted("rule: cola jumped", 3));
  }

  @Test
  void aLongOneIsCutAndNoEmojiInTwo() {
    var title = AlertTitle.counted("x" + "\uD83D\uDE00".repeat(99) + "x", 3);
    assertTrue(title.length() <= 200 && title.endsWith(" and 2 more"), title);
    assertEquals(title, new String(title.getBytes(UTF_8), UTF_8));
  }
}
