package dev.bellwether.trend.alerting.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.bellwether.trend.alerting.wording.PlainText;
import dev.bellwether.trend.alerting.wording.Section;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * What an incoming webhook of Slack takes, within its documented limits: 50 blocks, 150 characters
 * of a header, 3,000 of a section. All text together stays under 12,000: beyond 13,000 Slack
 * answers {@code msg_blocks_too_long}, which it does not document. Programs that know no blocks
 * (Mattermost, Rocket.Chat) show {@code text}, which therefore says it all.
 *
 * @param text for notifications, and where blocks are not known; Slack's mark-up
 */
public record SlackBody(
    String text,
    List<Block> blocks,
    @JsonProperty("unfurl_links") boolean unfurlLinks,
    @JsonProperty("unfurl_media") boolean unfurlMedia) {

  private static final int HEADER = 150;
  private static final int TEXT = 3_000;
  private static final int ALL_TEXT = 12_000;
  private static final int BLOCKS = 50;

  /** Left for what says that something was left out, and for the link. */
  private static final int RESERVED_BLOCKS = 2;

  private static final String MORE = "More has been left out here.";

  /** Of a block only what its type has. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Block(String type, Text text, List<Text> elements) {}

  /**
   * @param type {@code plain_text}, in which nothing is mark-up, or {@code mrkdwn}
   * @param emoji whether {@code :smile:} becomes one; of plain text only
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Text(String type, String text, Boolean emoji) {}

  /**
   * @param publicUrl the gateway's address; null where the operator names none
   */
  static SlackBody of(AlertMessage message, URI publicUrl) {
    List<Section> sections = message.sections();
    var blocks = new ArrayList<Block>();
    blocks.add(new Block("header", plain(PlainText.clip(message.title(), HEADER)), null));
    int left = ALL_TEXT - HEADER;
    boolean whole = true;
    for (Section section : sections) {
      for (String part : parts(section)) {
        whole = part.length() <= left && blocks.size() < BLOCKS - RESERVED_BLOCKS;
        if (!whole) {
          break;
        }
        left -= part.length();
        blocks.add(new Block("section", plain(part), null));
      }
      if (!whole) {
        break;
      }
    }
    if (!whole) {
      blocks.add(new Block("context", null, List.of(plain(MORE))));
    }
    if (publicUrl != null) {
      String link = "<" + escape(publicUrl.toString()) + "|Open Bellwether>";
      blocks.add(new Block("context", null, List.of(new Text("mrkdwn", link, null))));
    }
    return new SlackBody(allText(message, sections), blocks, false, false);
  }

  /** Lines together as long as they fit. */
  private static List<String> parts(Section section) {
    var parts = new ArrayList<String>();
    var part = new StringBuilder(section.heading() == null ? "" : section.heading());
    for (String line : section.lines()) {
      String fitting = PlainText.clip(line, TEXT);
      if (!part.isEmpty() && part.length() + 1 + fitting.length() > TEXT) {
        parts.add(part.toString());
        part.setLength(0);
      }
      part.append(part.isEmpty() ? "" : "\n").append(fitting);
    }
    if (!part.isEmpty()) {
      parts.add(part.toString());
    }
    return parts;
  }

  private static String allText(AlertMessage message, List<Section> sections) {
    var text = new StringBuilder("*" + escape(PlainText.clip(message.title(), HEADER)) + "*");
    for (Section section : sections) {
      var lines = new ArrayList<>(section.lines());
      if (section.heading() != null) {
        lines.addFirst(section.heading());
      }
      for (String line : lines) {
        // an escape must not be cut in two, so whole lines only
        String escaped = escape(line);
        if (text.length() + 1 + escaped.length() > TEXT - 1 - MORE.length()) {
          return text.append('\n').append(MORE).toString();
        }
        text.append('\n').append(escaped);
      }
    }
    return text.toString();
  }

  private static Text plain(String text) {
    return new Text("plain_text", text, false);
  }

  /** The three characters that Slack reads as mark-up, so also its channel and user mentions. */
  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
