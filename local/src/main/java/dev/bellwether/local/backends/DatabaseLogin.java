package dev.bellwether.local.backends;

/**
 * How one service reaches its schema.
 *
 * @param jdbcUrl names the schema; holds no password
 */
public record DatabaseLogin(String jdbcUrl, String user, Password password) {}
