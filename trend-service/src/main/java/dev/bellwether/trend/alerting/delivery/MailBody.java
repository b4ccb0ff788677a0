package dev.bellwether.trend.alerting.delivery;

import dev.bellwether.trend.alerting.wording.PlainText;
import dev.bellwether.trend.alerting.wording.Section;
import java.net.URI;

/**
 * What a mail says, twice.
 *
 * @param subject one line
 * @param text for programs that show no HTML
 * @param html the same
 */
record MailBody(String subject, String text, String html) {

  private static final int LONGEST_SUBJECT = 150;

  /**
   * @param publicUrl the gateway's address; null where the operator names none
   */
  static MailBody of(AlertMessage message, URI publicUrl) {
    String title = PlainText.clip(PlainText.oneLine(message.title()), LONGEST_SUBJECT);
    return new MailBody(title, text(message, title, publicUrl), html(message, title, publicUrl));
  }

  private static String text(AlertMessage message, String title, URI publicUrl) {
    var text = new StringBuilder(title).append("\n");
    for (Section section : message.sections()) {
      text.append('\n');
      if (section.heading() != null) {
        text.append(section.heading()).append('\n');
      }
      section.lines().forEach(line -> text.append("- ").append(line).append('\n'));
    }
    text.append("\n-- \n").append(why(message)).append('\n');
    if (publicUrl != null) {
      text.append(publicUrl).append('\n');
    }
    return text.toString();
  }

  private static String html(AlertMessage message, String title, URI publicUrl) {
    var html =
        new StringBuilder(
                "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
            .append(escape(title))
            .append(
                "</title></head>\n<body style=\"font-family:sans-serif\">\n<h1"
                    + " style=\"font-size:1.2em\">")
            .append(escape(title))
            .append("</h1>\n");
    for (Section section : message.sections()) {
      if (section.heading() != null) {
        html.append("<h2 style=\"font-size:1em\">")
            .append(escape(section.heading()))
            .append("</h2>\n");
      }
      html.append("<ul>\n");
      section.lines().forEach(line -> html.append("<li>").append(escape(line)).append("</li>\n"));
      html.append("</ul>\n");
    }
    html.append("<p style=\"color:#666\">").append(escape(why(message)));
    if (publicUrl != null) {
      html.append(" <a href=\"")
          .append(escape(publicUrl.toString()))
          .append("\">Open Bellwether</a>");
    }
    return html.append("</p>\n</body></html>\n").toString();
  }

  private static String why(AlertMessage message) {
    return "You get this because your address is in a channel of the workspace "
        + PlainText.oneLine(message.workspace())
        + " in Bellwether"
        + (message.rule() == null
            ? "."
            : ", and the rule " + PlainText.oneLine(message.rule()) + " speaks through it.");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
