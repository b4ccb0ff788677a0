/** What is alike in every HTTP message of ours that a receiver is to check. */
package dev.bellwether.kit.webhook;
