/** Running one service from its sources beside the rest of the suite. */
package dev.bellwether.local.dev;
