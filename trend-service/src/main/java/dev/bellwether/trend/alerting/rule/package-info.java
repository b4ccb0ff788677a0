/** What a rule asks for and when it speaks: pure, without Quarkus, Kafka or SQL. */
package dev.bellwether.trend.alerting.rule;
