/** How a message reaches a webhook, Slack or a mailbox: one attempt at a time. */
package dev.bellwether.trend.alerting.delivery;
