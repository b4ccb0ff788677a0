package dev.bellwether.trend.alerting.wording;

/** What people call that of which signals tell. */
@FunctionalInterface
public interface SubjectNames {

  /** The subject's readable name; its id where it has none. */
  String of(String workspace, String subject);
}
