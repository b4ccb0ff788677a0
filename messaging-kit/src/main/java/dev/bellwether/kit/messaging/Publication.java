package dev.bellwether.kit.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record to be written because of another one.
 *
 * @param value null for a removal
 * @param because whose trace it goes on
 */
public record Publication(
    String topic, String key, byte[] value, ConsumerRecord<String, byte[]> because) {}
