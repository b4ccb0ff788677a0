/** Works the outbox off: what is due is delivered, tried again, held or given up. */
package dev.bellwether.trend.alerting.outbox;
