/**
 * A real Kafka broker and a real PostgreSQL on one machine, for {@code local} and for tests: no
 * container, no root right needed, data kept between starts.
 */
package dev.bellwether.embedded;
