package dev.bellwether.ingest;

import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.ads.AdWindow;
import dev.bellwether.contracts.ads.Segment;
import dev.bellwether.contracts.erasure.Erasure;
import dev.bellwether.contracts.sentiment.ScoredMention;
import dev.bellwether.contracts.signal.Signal;
import dev.bellwether.contracts.signal.SignalKind;
import dev.bellwether.ingest.archive.MentionPage;
import dev.bellwether.ingest.erasure.Receipt;
import dev.bellwether.ingest.monitor.MonitorPage;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * JSON types that no REST method and no channel names, so that Quarkus cannot know of them: Jackson
 * reaches them by reflection in a native image too. The module native-check says which are missing.
 */
@RegisterForReflection(
    targets = {
      AdPerformance.class,
      AdWindow.class,
      Segment.class,
      Erasure.class,
      Erasure.Place.class,
      MentionPage.class,
      MonitorPage.class,
      Receipt.class,
      Receipt.Acknowledgement.class,
      ScoredMention.class,
      Signal.class,
      SignalKind.class
    })
final class JsonReflection {

  private JsonReflection() {}
}
