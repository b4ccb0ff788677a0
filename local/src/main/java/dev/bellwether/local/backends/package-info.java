/**
 * A Kafka and a PostgreSQL that are there already, used instead of the suite's own: where they are,
 * whether they will do, what is made in them. Knows nothing of the suite's processes.
 */
package dev.bellwether.local.backends;
