package dev.bellwether.trend.watch;

import dev.bellwether.contracts.kafka.Versioned;
import dev.bellwether.kit.event.EventBinding;
import dev.bellwether.kit.event.UnreadableEventException;
import java.util.function.Consumer;

/** What a topic's record turned out to be. */
sealed interface Reading<T> {

  record Read<T>(T event) implements Reading<T> {}

  /** There is no such thing any more. */
  record Removed<T>() implements Reading<T> {}

  /**
   * @param reason what is wrong with it
   */
  record Unreadable<T>(byte[] value, String reason) implements Reading<T> {}

  /**
   * @param rules throws an {@link IllegalArgumentException} that names the field at fault
   */
  static <T extends Versioned> Reading<T> of(
      byte[] value, EventBinding<T> binding, Consumer<T> rules) {
    if (value == null) {
      return new Removed<>();
    }
    try {
      var event = binding.read(value);
      rules.accept(event);
      return new Read<>(event);
    } catch (UnreadableEventException | IllegalArgumentException e) {
      return new Unreadable<>(value, e.getMessage());
    }
  }
}
