package dev.bellwether.trend.alerting.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.trend.alerting.wording.PlainText;
import java.net.URI;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class BodyGoldenTest {

  private static final URI PUBLIC = URI.create("https://bellwether.example.com");

  @Test
  void aWebhooksBodyStaysAsReceiversKnowIt() {
    Golden.assertJson("webhook.json", WebhookBody.of(Messages.alert(), PUBLIC));
    Golden.assertJson("webhook-test.json", WebhookBody.of(Messages.test(), null));
  }

  @Test
  void slackGetsBlocksAndForOthersTheSameAsText() {
    Golden.assertJson("slack.json", SlackBody.of(Messages.alert(), PUBLIC));
    Golden.assertJson("slack-test.json", SlackBody.of(Messages.test(), null));
  }

  @Test
  void aMailSaysTheSameAsTextAndAsHtml() {
    MailBody mail = MailBody.of(Messages.alert(), PUBLIC);

    assertEquals("Watch the lids: Lid & Co <main> and 1 more", mail.subject());
    Golden.assertText("mail.txt", mail.text());
    Golden.assertText("mail.html", mail.html());
    Golden.assertText("mail-test.txt", MailBody.of(Messages.test(), null).text());
  }

  @Test
  void hundredsOfItemsStayWithinWhatReceiversTake() {
    AlertMessage one = Messages.alert();
    var item =
        new AlertMessage.Item("<" + "&".repeat(2_000) + ">", one.items().getFirst().signal());
    var many =
        new AlertMessage(
            one.id(),
            one.type(),
            one.workspace(),
            one.alert(),
            one.rule(),
            one.at(),
            "x".repeat(200),
            (item.text() + "\n").repeat(300),
            Collections.nCopies(300, item));

    var webhook = WebhookBody.of(many, null);
    assertEquals(30, webhook.data().items().size());
    assertEquals(270, webhook.data().itemsLeftOut());

    var slack = SlackBody.of(many, PUBLIC);
    assertTrue(slack.blocks().size() <= 50);
    assertTrue(slack.text().length() <= 3_000);
    assertTrue(slack.text().endsWith("More has been left out here."));
    int all = 0;
    for (SlackBody.Block block : slack.blocks()) {
      if (block.text() != null) {
        assertTrue(block.text().text().length() <= 3_000);
        all += block.text().text().length();
      }
    }
    assertTrue(all <= 12_000, "text of all blocks: " + all);
    assertEquals(150, slack.blocks().getFirst().text().text().length());
  }

  @Test
  void whatSlackReadsAsAMentionOfEverybodyIsJustText() {
    AlertMessage one = Messages.test();
    var loud =
        new AlertMessage(
            one.id(),
            one.type(),
            one.workspace(),
            one.alert(),
            one.rule(),
            one.at(),
            "<!channel> <@U1> &amp;",
            "<https://evil.example|click>",
            one.items());

    String text = SlackBody.of(loud, null).text();

    assertFalse(text.contains("<"), text);
    assertTrue(text.contains("&lt;!channel&gt; &lt;@U1&gt; &amp;amp;"), text);
  }

  @Test
  void cuttingLeavesNoHalfOfACharacter() {
    assertEquals("ab…", PlainText.clip("abcd", 3));
    assertEquals("a…", PlainText.clip("a\ud83d\ude00bc", 3));
    assertEquals("abc", PlainText.clip("abc", 3));
  }
}
