package dev.bellwether.kit.storage;

import java.sql.Connection;
import java.sql.SQLException;

/** Statements to run on one connection, inside a transaction that somebody else ends. */
@FunctionalInterface
public interface SqlWork<T> {

  T run(Connection connection) throws SQLException;
}
