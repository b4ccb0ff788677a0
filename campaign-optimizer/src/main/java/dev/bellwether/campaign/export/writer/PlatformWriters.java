package dev.bellwether.campaign.export.writer;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.campaign.export.DayBudgets;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The writers that the operator has switched on. */
@ApplicationScoped
@RegisterForReflection(
    targets = {
      ConnectorMessage.class,
      ConnectorMessage.Data.class,
      ConnectorMessage.Answer.class,
      ConnectorMessage.AnsweredLine.class,
      DayBudgets.Line.class,
      Delivery.Result.class
    })
public class PlatformWriters {

  private final Map<String, PlatformWriter> writers = new TreeMap<>();

  public PlatformWriters(WriterSettings settings, ObjectMapper json) {
    settings.folder().ifPresent(folder -> add(new FolderWriter(folder)));
    settings
        .connectorUrl()
        .ifPresent(
            url ->
                add(
                    new ConnectorWriter(
                        url, settings.connectorSecret(), json, InstantSource.system())));
  }

  private void add(PlatformWriter writer) {
    writers.put(writer.name(), writer);
  }

  public Optional<PlatformWriter> find(String name) {
    return Optional.ofNullable(writers.get(name));
  }

  /** In order of their names. */
  public List<String> names() {
    return List.copyOf(writers.keySet());
  }
}
