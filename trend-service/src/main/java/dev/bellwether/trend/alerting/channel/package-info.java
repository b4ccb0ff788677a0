/** Where alerts are sent, and how what is secret of it is kept. */
package dev.bellwether.trend.alerting.channel;
